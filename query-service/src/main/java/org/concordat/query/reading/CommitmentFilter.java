package org.concordat.query.reading;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.commitment.Commitment;
import org.jspecify.annotations.Nullable;

/** Which commitments a page is of; a field left out does not narrow. */
final class CommitmentFilter {

    private CommitmentFilter() {}

    static Predicate<Commitment> of(Map<String, @Nullable Object> asked) {
        Predicate<Commitment> wanted = c -> true;
        for (Map.Entry<String, @Nullable Object> field : asked.entrySet()) {
            Object value = field.getValue();
            if (value != null) wanted = wanted.and(field(field.getKey(), value));
        }
        return wanted;
    }

    private static Predicate<Commitment> field(String name, Object value) {
        String words = value.toString();
        return switch (name) {
            case "partner" -> {
                PartnerId partner = Arguments.id("filter.partner", words, PartnerId::new);
                yield c -> c.partnerId().equals(partner);
            }
            case "standing" -> c -> c.standing().name().equals(words);
            case "kind" -> c -> c.unit().kind().name().equals(words);
            case "currency" -> c -> words.equals(c.unit().currency());
            case "year" -> c -> c.years().stream().anyMatch(y -> y.year().begins().equals((LocalDate) value));
            case "buysFor" -> c -> c.buysFor(words);
            case "invests" -> c -> (c.investment() != null) == (Boolean) value;
            case "text" -> c -> c.title().value().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
            default -> throw new IllegalArgumentException("no such field: " + name);
        };
    }
}
