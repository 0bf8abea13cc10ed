package org.concordat.query.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.concordat.api.CommonRejection.NotAuthorised;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.api.Refused;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.moment.Moments;
import org.concordat.query.partnership.PartnersView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who keeps whose name: the programme office of a partnership in which the person was ever appointed. */
@Component
final class DirectoryKeepers {

    /** @param in the partnerships whose programme office the keeper is */
    record Kept(PersonId by, PersonId person, List<PartnershipId> in) {}

    private static final int AT_ONCE = 100;

    private final Ledger ledger;
    private final Moments moments;
    private final Clock clock;

    DirectoryKeepers(Ledger ledger, Moments moments, ObjectProvider<Clock> clock) {
        this.ledger = ledger;
        this.moments = moments;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    PersonId mayKeep(String caller, String person) {
        return kept(checked(caller), checked(person), 1).person();
    }

    Kept keptEverywhere(String caller, String person) {
        return kept(checked(caller), checked(person), Integer.MAX_VALUE);
    }

    /** One answer for who is not there and who is nowhere the caller may see. */
    private Kept kept(PersonId by, PersonId person, int enough) {
        List<PartnershipId> kept = new ArrayList<>();
        boolean seen = false;
        String after = null;
        List<PartnershipId> some;
        do {
            some = ledger.partnershipsOf(person.value(), after, AT_ONCE);
            for (PartnershipId partnership : some) {
                after = partnership.value();
                PartnersView now = moments.now(partnership).partners();
                LocalDate today = LocalDate.now(clock.withZone(now.timeZone()));
                if (now.roll().heldBy(by, today).anyMatch(a -> a.kind() == AppointmentKind.PROGRAMME_OFFICE)) kept.add(partnership);
                if (kept.size() == enough) return new Kept(by, person, kept);
                seen |= now.roll().admits(by, today);
            }
        } while (some.size() == AT_ONCE);
        if (!kept.isEmpty()) return new Kept(by, person, kept);
        throw new Refused(seen ? new NotAuthorised("Keeping the directory", Set.of(AppointmentKind.PROGRAMME_OFFICE))
                : new NotFound("such person"));
    }

    private static PersonId checked(String person) {
        try {
            return new PersonId(person);
        } catch (IllegalArgumentException malformed) {
            throw new Refused(new NotFound("such person"));
        }
    }
}
