package org.concordat.query.history;

import java.util.Collection;
import java.util.Locale;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.Timescale;
import org.concordat.query.moment.Names;
import org.jspecify.annotations.Nullable;

/** Values as a sentence says them. */
record Words(Names names) {

    String of(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Timescale timescale -> timescale.printed();
            case Lead lead -> names.of(lead);
            case PartnerId partner -> names.of(partner);
            case BoardId board -> names.of(board);
            case Enum<?> constant -> of(constant);
            case Collection<?> all -> all.isEmpty() ? "nothing" : Names.listed(all.stream().map(this::of).toList());
            default -> value.toString();
        };
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
