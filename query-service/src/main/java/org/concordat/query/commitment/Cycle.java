package org.concordat.query.commitment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.query.proviso.ProvisoAttached;
import org.jspecify.annotations.Nullable;

/** Partners whose money waits for each other, as the provisos along the path; one joint act meets them. */
public record Cycle(List<ProvisoAttached> provisos) {

    /**
     * Plan D2: for each open proviso that waits in a cycle of partners, on whichever commitments, the shortest one;
     * each once. A partner is searched from once, not each proviso: hundreds of them may wait for the same partner.
     */
    static List<Cycle> among(Stream<ProvisoAttached> all) {
        List<ProvisoAttached> edges = all.filter(p -> p.open() && p.terms() instanceof ProvisoTerms.ActOf).toList();
        Map<PartnerId, Map<PartnerId, ProvisoAttached>> awaiting = new LinkedHashMap<>();
        edges.forEach(e -> awaiting.computeIfAbsent(awaited(e), k -> new LinkedHashMap<>())
                .putIfAbsent(e.holderId(), e));
        Map<PartnerId, Map<PartnerId, ProvisoAttached>> towards = new LinkedHashMap<>();
        Set<Set<ProvisoId>> seen = new HashSet<>();
        List<Cycle> cycles = new ArrayList<>();
        for (ProvisoAttached start : edges) {
            List<ProvisoAttached> path = path(start, towards.computeIfAbsent(start.holderId(),
                    end -> towards(end, awaiting)));
            Set<ProvisoId> ids = path.stream().map(ProvisoAttached::id).collect(Collectors.toSet());
            if (!path.isEmpty() && seen.add(ids)) cycles.add(new Cycle(path));
        }
        return List.copyOf(cycles);
    }

    /** For each partner from which a path leads to that end, the first proviso of a shortest one. */
    private static Map<PartnerId, ProvisoAttached> towards(PartnerId end,
            Map<PartnerId, Map<PartnerId, ProvisoAttached>> awaiting) {
        Map<PartnerId, ProvisoAttached> next = new LinkedHashMap<>();
        Deque<PartnerId> reached = new ArrayDeque<>(List.of(end));
        while (!reached.isEmpty()) {
            Collection<ProvisoAttached> into = awaiting.getOrDefault(reached.remove(), Map.of()).values();
            for (ProvisoAttached edge : into) {
                if (!edge.holderId().equals(end) && next.putIfAbsent(edge.holderId(), edge) == null) {
                    reached.add(edge.holderId());
                }
            }
        }
        return next;
    }

    private static List<ProvisoAttached> path(ProvisoAttached start, Map<PartnerId, ProvisoAttached> towards) {
        List<ProvisoAttached> path = new ArrayList<>(List.of(start));
        PartnerId at = awaited(start);
        while (!at.equals(start.holderId())) {
            @Nullable ProvisoAttached next = towards.get(at);
            if (next == null) return List.of();
            path.add(next);
            at = awaited(next);
        }
        return List.copyOf(path);
    }

    private static PartnerId awaited(ProvisoAttached proviso) {
        return ((ProvisoTerms.ActOf) proviso.terms()).partner();
    }
}
