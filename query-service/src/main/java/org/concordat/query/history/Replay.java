package org.concordat.query.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.ledger.Entry;
import org.concordat.query.moment.PartnershipView;

/**
 * The fold in the order of the ledger, entry by entry, each with what it changed. A small view is kept for each thing, so a step
 * costs what the thing costs and not what the whole plan does.
 */
public final class Replay {

    private final PartnershipView nothing;
    private final Map<String, PartnershipView> things;

    private Replay(PartnershipView nothing, Map<String, PartnershipView> things) {
        this.nothing = nothing;
        this.things = things;
    }

    public static Replay of(PartnershipId partnership) {
        return of(partnership, Set.of());
    }

    /** @param hidden what is left out of it: the restricted things that its reader is not reading */
    public static Replay of(PartnershipId partnership, Set<String> hidden) {
        return new Replay(PartnershipView.empty(partnership, hidden), new HashMap<>());
    }

    /** One that goes on from here, while this one stays. */
    public Replay copy() {
        return new Replay(nothing, new HashMap<>(things));
    }

    /** About what it takes in memory. */
    public long bytes() {
        return things.values().stream().mapToLong(PartnershipView::bytes).sum();
    }

    /** Goes past these, saying nothing of them. */
    public void past(List<Entry> entries) {
        Map<String, List<Entry>> by = new LinkedHashMap<>();
        entries.forEach(entry -> Things.of(entry).forEach(thing ->
                by.computeIfAbsent(thing, key -> new ArrayList<>()).add(entry)));
        by.forEach((thing, of) -> things.put(thing, things.getOrDefault(thing, nothing).after(of)));
    }

    public List<Change> next(Entry entry, Called called) {
        String thing = Things.of(entry).getFirst();
        PartnershipView before = things.getOrDefault(thing, nothing);
        past(List.of(entry));
        return Changes.between(Facts.of(before), Facts.of(things.getOrDefault(thing, nothing)), called, called).toList();
    }
}
