package org.concordat.query.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.api.CommonRejection.NotAuthorised;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.Ids;
import org.concordat.api.PersonId;
import org.concordat.api.Receipt;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.Roll;
import org.concordat.query.api.ApiRefusal;
import org.concordat.query.api.Refused;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.moment.Moment;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who may see what: today's appointments decide, whatever moment is asked about. */
@Component
class Readers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Moments moments;
    private final Clock clock;

    Readers(Ledger ledger, Moments moments, ObjectProvider<Clock> clock) {
        this.ledger = ledger;
        this.moments = moments;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** The token's subject. */
    static String person() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null) throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        return caller.getName();
    }

    static PartnershipId partnershipOf(String id) {
        try {
            boolean entry = id.startsWith("entry-");
            return Ids.partnershipOf(entry ? id.substring("entry-".length(), id.lastIndexOf('@')) : id);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw notFound(id);
        }
    }

    /** The newest view; absent and not yours are one answer. */
    PartnershipView mustSee(PartnershipId partnership, String person, String asked) {
        if (!ledger.knows(partnership)) throw notFound(asked);
        PartnershipView now = moments.now(partnership);
        if (!sees(now, person)) throw notFound(asked);
        return now;
    }

    boolean sees(PartnershipView now, String person) {
        return now.appointed(person, today(now));
    }

    /** What is shown to whoever is not reading any restricted thing. */
    PartnershipView shown(PartnershipView now, Moment moment) {
        return shown(now, moment, Set.of());
    }

    /**
     * What a reader is shown at a moment: without the restricted things they are not reading. Today's markings decide, whatever
     * moment is asked about.
     *
     * @param reading what they may read, and do
     */
    PartnershipView shown(PartnershipView now, Moment moment, Set<String> reading) {
        PartnershipView judging = now;
        while (true) {
            Set<String> restricted = judging.partners().roll().markings().restricted().keySet();
            PartnershipView shown = moments.view(now.id(), moment, restricted.stream().filter(id -> !reading.contains(id))
                    .collect(Collectors.toUnmodifiableSet()));
            // The record may have grown in between, by a thing that was restricted from its first entry on.
            judging = moments.now(now.id());
            if (judging.partners().roll().markings().restricted().keySet().equals(restricted)) return shown;
        }
    }

    /** Those of the things that are restricted; one that this person may not read is as good as not there. */
    Set<String> restricted(PartnershipView now, String person, Collection<String> things) {
        Roll roll = now.partners().roll();
        Set<String> restricted = new LinkedHashSet<>(things);
        restricted.retainAll(roll.markings().restricted().keySet());
        for (String thing : restricted) if (!roll.mayRead(new PersonId(person), thing, today(now))) throw notFound(thing);
        return restricted;
    }

    /** Whether this person is told that the thing exists and is restricted: those named, auditors, and the chair. */
    boolean toldOf(PartnershipView now, String person, String thing) {
        return now.partners().roll().mayRead(new PersonId(person), thing, today(now))
                || now.partners().heldOn(today(now)).anyMatch(a ->
                        a.kind() == AppointmentKind.CHAIR && a.boardId() == null && a.person().value().equals(person));
    }

    /** The day a reader stands at: today, unless the moment says another. */
    LocalDate day(PartnershipAt at) {
        LocalDate asOf = at.moment().asOf();
        Instant known = at.moment().asKnownAt();
        return asOf != null ? asOf : known == null ? today(at.view())
                : known.atZone(at.view().partners().timeZone()).toLocalDate();
    }

    boolean audits(PartnershipView now, String person) {
        return now.partners().heldOn(today(now)).anyMatch(a ->
                a.kind() == AppointmentKind.AUDITOR && a.person().value().equals(person));
    }

    /** The trail is for the auditors of today, and for nobody else. */
    void mustAudit(PartnershipId partnership, String what) {
        if (!audits(moments.now(partnership), person())) {
            throw new Refused(new NotAuthorised(what, Set.of(AppointmentKind.AUDITOR)));
        }
    }

    private LocalDate today(PartnershipView now) {
        return LocalDate.now(clock.withZone(now.partners().timeZone()));
    }

    void await(Receipt receipt) {
        if (!ledger.awaits(receipt, PATIENCE)) {
            throw ApiRefusal.notYet("The record does not hold version " + receipt.version() + " of " + receipt.id()
                + " yet; ask again.");
        }
    }

    static Refused notFound(String id) {
        return new Refused(new NotFound(id));
    }
}
