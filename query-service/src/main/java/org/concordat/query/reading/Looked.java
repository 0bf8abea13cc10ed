package org.concordat.query.reading;

import java.util.Map;
import org.jspecify.annotations.Nullable;

final class Looked {

    private Looked() {}

    static <K, V> @Nullable V up(@Nullable K key, Map<K, V> in) {
        return key == null ? null : in.get(key);
    }
}
