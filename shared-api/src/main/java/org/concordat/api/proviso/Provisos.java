package org.concordat.api.proviso;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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

    /** Plan D2: "we will if you will". Each cycle of partners that wait for each other, as the provisos along its path. */
    public List<List<Proviso>> cycles() {
        List<Proviso> edges = open().filter(p -> p.terms() instanceof ProvisoTerms.ActOf).toList();
        List<List<Proviso>> found = new ArrayList<>();
        for (Proviso start : edges) walk(List.of(start), edges, found);
        return found;
    }

    private static void walk(List<Proviso> path, List<Proviso> edges, List<List<Proviso>> found) {
        PartnerId awaited = awaited(path.getLast());
        if (awaited.equals(path.getFirst().holder())) {
            if (found.stream().noneMatch(cycle -> Set.copyOf(cycle).equals(Set.copyOf(path)))) found.add(path);
            return;
        }
        edges.stream().filter(e -> e.holder().equals(awaited) && path.stream().noneMatch(p -> p.holder().equals(e.holder())))
                .forEach(e -> walk(Stream.concat(path.stream(), Stream.of(e)).toList(), edges, found));
    }

    /** Whether these provisos, together, are a cycle: then one joint act may meet them all. */
    public boolean cycle(Collection<ProvisoId> ids) {
        return cycles().stream().anyMatch(c -> Set.copyOf(c.stream().map(Proviso::id).toList()).equals(Set.copyOf(ids)));
    }

    private static PartnerId awaited(Proviso proviso) {
        return ((ProvisoTerms.ActOf) proviso.terms()).partner();
    }
}
