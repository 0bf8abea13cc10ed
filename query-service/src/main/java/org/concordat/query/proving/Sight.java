package org.concordat.query.proving;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.Roll;
import org.concordat.api.partnership.WitnessKey;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.concordat.wiring.UnreadableRecord;

/** Whom the caller may be shown, and for whom the caller speaks: by today's appointments. */
public final class Sight {

    /**
     * @param own       whether the caller speaks for the partner
     * @param withdrawn whether the key vouches for nothing new
     */
    record Witness(PartnershipId partnership, PartnerId partner, WitnessKey key, boolean own, boolean withdrawn) {}

    private static final int AT_ONCE = 100;

    private final Ledger ledger;
    private final Moments moments;
    private final Clock clock;

    Sight(Ledger ledger, Moments moments, Clock clock) {
        this.ledger = ledger;
        this.moments = moments;
        this.clock = clock;
    }

    public boolean sees(PartnershipId partnership, String person) {
        if (!ledger.knows(partnership)) return false;
        PartnershipView now = moments.now(partnership);
        return now.appointed(person, today(now));
    }

    /** As {@link #sees}; nobody where it cannot be read who is appointed, so that one damaged partnership shuts no other. */
    public boolean surelySees(PartnershipId partnership, String person) {
        try {
            return sees(partnership, person);
        } catch (UnreadableRecord untold) {
            return false;
        }
    }

    /** Whether a person who is appointed here may be shown the thing, as it is marked today. */
    public boolean mayRead(PartnershipView now, PersonId person, String thing) {
        return now.partners().roll().mayRead(person, thing, today(now));
    }

    /** The keys registered in every partnership that the person is appointed in. */
    List<Witness> witnesses(String person) {
        List<Witness> found = new ArrayList<>();
        for (PartnershipId partnership : seen(person)) {
            PartnershipView now = moments.now(partnership);
            Roll roll = now.partners().roll();
            for (Map.Entry<WitnessKey, PartnerId> key : roll.witnesses().all().entrySet()) {
                found.add(new Witness(partnership, key.getValue(), key.getKey(),
                        roll.speaksFor(new PersonId(person), key.getValue(), today(now)),
                        roll.witnesses().withdrawn().contains(key.getKey())));
            }
        }
        return found;
    }

    public List<PartnershipId> seen(String person) {
        List<PartnershipId> found = new ArrayList<>();
        List<PartnershipId> some;
        String after = null;
        do {
            some = ledger.partnershipsOf(person, after, AT_ONCE);
            some.stream().filter(id -> surelySees(id, person)).forEach(found::add);
            if (!some.isEmpty()) after = some.getLast().value();
        } while (some.size() == AT_ONCE);
        return found;
    }

    private LocalDate today(PartnershipView now) {
        return LocalDate.now(clock.withZone(now.partners().timeZone()));
    }
}
