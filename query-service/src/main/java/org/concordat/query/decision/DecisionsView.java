package org.concordat.query.decision;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.concordat.api.Ids;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionEvent.ProposalTabled;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.query.ledger.Entry;
import org.concordat.query.partnership.Act;
import org.concordat.query.proviso.ProvisoAttached;
import org.jspecify.annotations.Nullable;

/**
 * What was put to the partners: a pure fold of the events of its decisions. What answers to nothing it has met is left
 * out, never guessed.
 *
 * @param tabled the decisions by the place of the entry that tabled them
 */
public record DecisionsView(Map<String, Decision> byId, NavigableMap<Long, String> tabled) {

    public static final DecisionsView NONE = new DecisionsView(Map.of(), Collections.emptyNavigableMap());

    public DecisionsView after(List<Entry> entries) {
        Map<String, DecisionFold> touched = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.subject().startsWith("decision-")) fold(touched, entry);
        }
        if (touched.isEmpty()) return this;
        Map<String, Decision> next = new LinkedHashMap<>(byId);
        NavigableMap<Long, String> order = new TreeMap<>(tabled);
        touched.forEach((id, fold) -> {
            Decision decision = fold.frozen();
            if (next.put(id, decision) == null) order.put(decision.tabled().index(), id);
        });
        return new DecisionsView(Collections.unmodifiableMap(next), Collections.unmodifiableNavigableMap(order));
    }

    private void fold(Map<String, DecisionFold> touched, Entry entry) {
        DecisionFold fold = touched.get(entry.subject());
        Decision known = fold == null ? byId.get(entry.subject()) : null;
        if (known != null) fold = new DecisionFold(known);
        if (fold == null && entry.event() instanceof ProposalTabled e) fold = new DecisionFold(e, Act.of(entry));
        if (fold == null) return;
        touched.put(entry.subject(), fold);
        fold.at(entry.version());
        if (entry.event() instanceof DecisionEvent event) fold.on(event, entry);
    }

    public @Nullable Decision decision(DecisionId id) {
        return byId.get(id.value());
    }

    /** The id of a proviso names its decision. */
    public @Nullable ProvisoAttached proviso(ProvisoId id) {
        String local = Ids.local(id.value());
        String decision = "decision-" + Ids.key(id.value()) + "." + local.substring(0, local.indexOf('.'));
        Decision found = byId.get(decision);
        return found == null ? null : found.provisosById().get(id);
    }

    public Collection<Decision> all() {
        return byId.values();
    }

    /** In the order they were tabled, those after that place. */
    public Stream<Decision> after(long index) {
        return tabled.tailMap(index, false).values().stream().map(byId::get);
    }
}
