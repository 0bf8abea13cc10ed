package org.concordat.query.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.concordat.api.CommonRejection.NotAuthorised;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.Ids;
import org.concordat.api.Receipt;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.api.ApiRefusal;
import org.concordat.query.api.Refused;
import org.concordat.query.ledger.Ledger;
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

    private LocalDate today(PartnershipView view) {
        return LocalDate.now(clock.withZone(view.partners().timeZone()));
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
