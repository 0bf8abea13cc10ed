package org.concordat.query.pack;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.Roll;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.trail.Trail;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whose payloads a pack does not hold, and why; said by entries that the pack holds. */
final class Withheld {

    static final String DISPOSAL = "partnership.PayloadDisposedOf";
    static final String MARKING = "partnership.ContentMarked";
    private static final String RESTRICTED = "RESTRICTED";
    private static final int AT_ONCE = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> entries = new HashMap<>();

    private final Set<String> read = new HashSet<>();
    private final Roll roll;
    private final PersonId asker;
    private final LocalDate today;
    private final Trail trail;

    private Withheld(Roll roll, PersonId asker, LocalDate today, Trail trail) {
        this.roll = roll;
        this.asker = asker;
        this.today = today;
        this.trail = trail;
    }

    /**
     * @param size entries that came later are in no pack of that size, and say nothing in it
     * @param roll as it stands now: today's markings decide
     */
    static Withheld of(PartnershipId partnership, Ledger ledger, long size, Roll roll, PersonId asker, LocalDate today, Trail trail) {
        Withheld withheld = new Withheld(roll, asker, today, trail);
        Ledger.Filter filter = new Ledger.Filter(partnership.value(), DISPOSAL, null, null, null, null);
        long read = 0;
        for (var page = ledger.page(partnership, filter, null, read, AT_ONCE); !page.isEmpty();
                page = ledger.page(partnership, filter, null, read, AT_ONCE)) {
            page.stream().filter(entry -> entry.index() <= size).forEach(entry -> withheld.entries.put(target(entry), "DISPOSED"));
            read = page.getLast().index();
        }
        return withheld;
    }

    private static String target(Entry disposal) {
        try {
            JsonNode entry = JSON.readTree(disposal.payload()).path("entry");
            return entry.asString("");
        } catch (JacksonException unreadable) {
            return "";
        }
    }

    /** Null where the asker may have it. What is restricted and may be had is recorded as read before it is given. */
    @Nullable String why(Entry entry) {
        String thing = entry.subject();
        if (!roll.mayRead(asker, thing, today)) return RESTRICTED;
        String gone = entries.get(entry.id().value());
        if (gone == null && roll.markings().restricted().containsKey(thing) && read.add(thing)) trail.read(asker, thing);
        return gone;
    }
}
