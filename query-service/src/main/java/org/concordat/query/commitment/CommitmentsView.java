package org.concordat.query.commitment;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.commitment.CommitmentEvent.CommitmentOffered;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.commitment.CommitmentStanding;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.query.ledger.Entry;
import org.concordat.query.partnership.Act;
import org.concordat.query.proviso.ProvisoAttached;
import org.jspecify.annotations.Nullable;

/**
 * What partners commit: a pure fold of the events of their commitments. What answers to nothing it has met is left
 * out, never guessed.
 *
 * @param offered the commitments by the place of the entry that offered them
 */
public record CommitmentsView(Map<String, Commitment> byId, NavigableMap<Long, String> offered) {

    public static final CommitmentsView NONE = new CommitmentsView(Map.of(), Collections.emptyNavigableMap());

    public CommitmentsView after(List<Entry> entries) {
        Map<String, CommitmentFold> touched = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.subject().startsWith("commitment-")) fold(touched, entry);
        }
        if (touched.isEmpty()) return this;
        Map<String, Commitment> next = new LinkedHashMap<>(byId);
        NavigableMap<Long, String> order = new TreeMap<>(offered);
        touched.forEach((id, fold) -> {
            Commitment commitment = fold.frozen();
            if (next.put(id, commitment) == null) order.put(commitment.offered().index(), id);
        });
        return new CommitmentsView(Collections.unmodifiableMap(next), Collections.unmodifiableNavigableMap(order));
    }

    private void fold(Map<String, CommitmentFold> touched, Entry entry) {
        CommitmentFold fold = touched.get(entry.subject());
        Commitment known = fold == null ? byId.get(entry.subject()) : null;
        if (known != null) fold = new CommitmentFold(known);
        if (fold == null && entry.event() instanceof CommitmentOffered e) fold = new CommitmentFold(e, Act.of(entry));
        if (fold == null) return;
        touched.put(entry.subject(), fold);
        fold.at(entry.version());
        if (entry.event() instanceof CommitmentEvent event) fold.on(event, entry);
    }

    public @Nullable Commitment commitment(CommitmentId id) {
        return byId.get(id.value());
    }

    /** The id of a proviso names its commitment. */
    public @Nullable ProvisoAttached proviso(ProvisoId id) {
        Commitment found = commitment(CommitmentId.of(id));
        return found == null ? null : found.provisosById().get(id);
    }

    public Collection<Commitment> all() {
        return byId.values();
    }

    /** Open provisos of others that wait for an act of that partner, in the order their commitments were offered. */
    public Stream<ProvisoAttached> awaiting(PartnerId partner) {
        return after(0).flatMap(c -> c.provisosById().values().stream()).filter(p -> Reliance.awaits(p, partner));
    }

    /** The actions that some commitment buys something for; one that is withdrawn buys nothing. */
    public Set<ActionId> invested() {
        return all().stream().filter(c -> c.standing() != CommitmentStanding.WITHDRAWN).map(Commitment::investment)
                .filter(Objects::nonNull).flatMap(i -> i.actions().stream()).collect(Collectors.toSet());
    }

    /** In the order they were offered, those after that place. */
    public Stream<Commitment> after(long index) {
        return offered.tailMap(index, false).values().stream().map(byId::get);
    }
}
