package org.concordat.command.decision;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.Provisos;

/**
 * What partners have said: of each only what counts now, however often it changed its mind.
 *
 * @param reworded partners that objected to a wording which was then amended, and have not spoken on the new one
 * @param attached how many provisos each partner ever attached, so that no id comes twice
 * @param spoke    the effective day of each partner's last own act
 */
record Ballot(Map<PartnerId, Taken> positions, Set<PartnerId> recused, Set<PartnerId> reworded, Provisos provisos,
              Map<PartnerId, Integer> attached, Map<PartnerId, LocalDate> spoke) {

    static final Ballot NONE = new Ballot(Map.of(), Set.of(), Set.of(), Provisos.NONE, Map.of(), Map.of());

    Ballot taken(PartnerId partner, Taken taken, List<Proviso> more) {
        Provisos next = provisos.without(partner);
        for (Proviso proviso : more) next = next.with(proviso);
        Set<PartnerId> still = taken.toConfirm() ? reworded : less(reworded, partner);
        return new Ballot(with(positions, partner, taken), recused, still, next,
                with(attached, partner, attachedBy(partner) + more.size()), with(spoke, partner, taken.on()));
    }

    Ballot changed(PartnerId partner, UnaryOperator<Taken> change) {
        Taken known = positions.get(partner);
        if (known == null) return this;
        return new Ballot(with(positions, partner, change.apply(known)), recused, reworded, provisos, attached, spoke);
    }

    Ballot confirmed(PartnerId partner, LocalDate on) {
        Ballot next = changed(partner, taken -> taken.confirmed(on));
        return new Ballot(next.positions, recused, less(reworded, partner), provisos, attached,
                with(spoke, partner, on));
    }

    Ballot contested(PartnerId partner, LocalDate on) {
        return new Ballot(less(positions, partner), recused, reworded, provisos.without(partner), attached,
                with(spoke, partner, on));
    }

    Ballot recused(PartnerId partner, LocalDate on) {
        Set<PartnerId> out = new HashSet<>(recused);
        out.add(partner);
        return new Ballot(less(positions, partner), Set.copyOf(out), less(reworded, partner),
                provisos.without(partner), attached, with(spoke, partner, on));
    }

    /** The wording moved on: every position lapses, and with it its provisos. */
    Ballot amended() {
        Set<PartnerId> objecting = new HashSet<>(reworded);
        positions.forEach((partner, taken) -> { if (taken.objects()) objecting.add(partner); });
        return new Ballot(Map.of(), recused, Set.copyOf(objecting), Provisos.NONE, attached, spoke);
    }

    /** Positions are taken anew; who recused itself from the matter still has. */
    Ballot anew() {
        return new Ballot(Map.of(), recused, Set.of(), Provisos.NONE, attached, spoke);
    }

    Ballot with(Provisos next) {
        return new Ballot(positions, recused, reworded, next, attached, spoke);
    }

    int attachedBy(PartnerId partner) {
        return attached.getOrDefault(partner, 0);
    }

    LocalDate spoke(PartnerId partner) {
        return spoke.getOrDefault(partner, LocalDate.MIN);
    }

    private static <V> Map<PartnerId, V> with(Map<PartnerId, V> map, PartnerId partner, V value) {
        Map<PartnerId, V> copy = new LinkedHashMap<>(map);
        copy.put(partner, value);
        return Collections.unmodifiableMap(copy);
    }

    private static <V> Map<PartnerId, V> less(Map<PartnerId, V> map, PartnerId partner) {
        Map<PartnerId, V> copy = new LinkedHashMap<>(map);
        copy.remove(partner);
        return Collections.unmodifiableMap(copy);
    }

    private static Set<PartnerId> less(Set<PartnerId> set, PartnerId partner) {
        Set<PartnerId> copy = new HashSet<>(set);
        copy.remove(partner);
        return Set.copyOf(copy);
    }
}
