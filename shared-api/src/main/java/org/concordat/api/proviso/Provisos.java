package org.concordat.api.proviso;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.api.partnership.PartnerId;
import org.jspecify.annotations.Nullable;

/** The provisos attached to one thing; the same for decisions and for money. */
public record Provisos(Map<ProvisoId, Proviso> all) {

    public static final Provisos NONE = new Provisos(Map.of());

    public Provisos with(Proviso proviso) {
        Map<ProvisoId, Proviso> next = new LinkedHashMap<>(all);
        next.put(proviso.id(), proviso);
        return new Provisos(Collections.unmodifiableMap(next));
    }

    /** The same provisos, that one standing otherwise; an unknown id changes nothing. */
    public Provisos standing(ProvisoId id, ProvisoStanding next, LocalDate on) {
        Proviso known = all.get(id);
        return known == null ? this : with(known.standing(next, on));
    }

    public @Nullable Proviso find(ProvisoId id) {
        return all.get(id);
    }

    public Stream<Proviso> of(PartnerId holder) {
        return all.values().stream().filter(p -> p.holder().equals(holder));
    }

    public Stream<Proviso> open() {
        return all.values().stream().filter(p -> p.standing() == ProvisoStanding.OPEN);
    }

    /** Open provisos whose last day has passed on that day. */
    public List<Proviso> lapsing(LocalDate today) {
        return open().filter(p -> p.terms().by().isBefore(today)).toList();
    }

    /** The position (or the money) of that partner no longer stands as it was: what was open or broken goes with it. */
    public Provisos dropping(PartnerId holder, LocalDate on) {
        return dropping(of(holder).filter(p -> p.standing() == ProvisoStanding.OPEN || p.standing().broken()), on);
    }

    /** What they are attached to is over, or never came to be: nobody waits for those still open. */
    public Provisos dropping(LocalDate on) {
        return dropping(open(), on);
    }

    /** What failed or lapsed is answered, with a reason: it stands in the way no longer. */
    public Provisos droppingBroken(LocalDate on) {
        return dropping(all.values().stream().filter(p -> p.standing().broken()), on);
    }

    private Provisos dropping(Stream<Proviso> those, LocalDate on) {
        Map<ProvisoId, Proviso> next = new LinkedHashMap<>(all);
        those.toList().forEach(p -> next.put(p.id(), p.standing(ProvisoStanding.DROPPED, on)));
        return new Provisos(Collections.unmodifiableMap(next));
    }

    /** Without those of that partner, for a state that need not remember them. */
    public Provisos without(PartnerId holder) {
        Map<ProvisoId, Proviso> next = new LinkedHashMap<>(all);
        next.values().removeIf(p -> p.holder().equals(holder));
        return new Provisos(Collections.unmodifiableMap(next));
    }

    /**
     * Plan D2: "we will if you will". For each open proviso that waits in a cycle of partners, the shortest such cycle, as
     * the provisos along its path; each cycle once.
     */
    public List<List<Proviso>> cycles() {
        List<Proviso> edges = open().filter(p -> p.terms() instanceof ProvisoTerms.ActOf).toList();
        Set<Set<Proviso>> seen = new HashSet<>();
        return edges.stream().map(start -> shortest(start, edges))
                .filter(path -> !path.isEmpty() && seen.add(Set.copyOf(path))).toList();
    }

    /** Each partner is reached once: listing every path there is would take for ever where all wait for all. */
    private static List<Proviso> shortest(Proviso start, List<Proviso> edges) {
        Deque<List<Proviso>> paths = new ArrayDeque<>(List.of(List.of(start)));
        Set<PartnerId> reached = new HashSet<>(Set.of(start.holder()));
        while (!paths.isEmpty()) {
            List<Proviso> path = paths.remove();
            PartnerId awaited = awaited(path.getLast());
            if (awaited.equals(start.holder())) return path;
            if (!reached.add(awaited)) continue;
            edges.stream().filter(e -> e.holder().equals(awaited))
                    .forEach(e -> paths.add(Stream.concat(path.stream(), Stream.of(e)).toList()));
        }
        return List.of();
    }

    /** Whether these provisos, together and each once, are a cycle: then one joint act may meet them all. */
    public boolean cycle(Collection<ProvisoId> ids) {
        Map<PartnerId, PartnerId> waits = new HashMap<>();
        for (ProvisoId id : ids) {
            Proviso known = all.get(id);
            if (known == null || known.standing() != ProvisoStanding.OPEN
                    || !(known.terms() instanceof ProvisoTerms.ActOf)
                    || waits.put(known.holder(), awaited(known)) != null) return false;
        }
        if (waits.isEmpty()) return false;
        PartnerId start = waits.keySet().iterator().next();
        PartnerId next = start;
        for (int steps = 1; steps < waits.size(); steps++) {
            next = waits.get(next);
            if (next == null || next.equals(start)) return false;
        }
        return start.equals(waits.get(next));
    }

    private static PartnerId awaited(Proviso proviso) {
        return ((ProvisoTerms.ActOf) proviso.terms()).partner();
    }
}
