package org.concordat.query.pack;

import java.util.HashMap;
import java.util.Map;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whose payloads a pack does not hold, and why; said by entries that the pack holds. */
final class Withheld {

    static final String DISPOSAL = "partnership.PayloadDisposedOf";
    static final String MARKING = "partnership.ContentMarked";
    private static final int AT_ONCE = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> entries = new HashMap<>();

    private Withheld() {}

    static Withheld of(PartnershipId partnership, Ledger ledger) {
        Withheld withheld = new Withheld();
        Ledger.Filter filter = new Ledger.Filter(partnership.value(), DISPOSAL, null, null, null, null);
        long read = 0;
        for (var page = ledger.page(partnership, filter, null, read, AT_ONCE); !page.isEmpty();
                page = ledger.page(partnership, filter, null, read, AT_ONCE)) {
            page.forEach(entry -> withheld.entries.put(target(entry), "DISPOSED"));
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

    /** Null where the asker may have it. */
    @Nullable String why(Entry entry) {
        return entries.get(entry.id().value());
    }
}
