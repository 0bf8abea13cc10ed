package org.concordat.api.partnership;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The keys that partners cosign checkpoints with.
 *
 * @param all       every key ever registered, and whose it is for ever
 * @param withdrawn of these the ones that vouch for nothing new
 */
public record Witnesses(Map<WitnessKey, PartnerId> all, Set<WitnessKey> withdrawn) {

    public static final Witnesses NONE = new Witnesses(Map.of(), Set.of());

    Witnesses with(WitnessKey key, PartnerId partner) {
        Map<WitnessKey, PartnerId> more = new LinkedHashMap<>(all);
        more.put(key, partner);
        return new Witnesses(Collections.unmodifiableMap(more), withdrawn);
    }

    Witnesses without(WitnessKey key) {
        Set<WitnessKey> more = new LinkedHashSet<>(withdrawn);
        more.add(key);
        return new Witnesses(all, Collections.unmodifiableSet(more));
    }

    /** Whether it is registered already, under whatever name. */
    public boolean know(WitnessKey key) {
        return all.keySet().stream().anyMatch(key::alike);
    }
}
