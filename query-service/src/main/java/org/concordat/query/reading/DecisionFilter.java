package org.concordat.query.reading;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.concordat.api.decision.Effect;
import org.concordat.api.decision.Result;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.decision.Decision;
import org.jspecify.annotations.Nullable;

/** Which decisions a page is of; a field left out does not narrow. */
final class DecisionFilter {

    private Predicate<Decision> wanted = d -> true;

    private DecisionFilter() {}

    static DecisionFilter of(Map<String, @Nullable Object> asked) {
        DecisionFilter filter = new DecisionFilter();
        asked.forEach((name, value) -> {
            if (value != null) filter.wanted = filter.wanted.and(field(name, value));
        });
        return filter;
    }

    boolean wants(Decision decision) {
        return wanted.test(decision);
    }

    private static Predicate<Decision> field(String name, Object value) {
        String words = value.toString();
        return switch (name) {
            case "standing" -> d -> d.standing().name().equals(words);
            case "result" -> d -> {
                Result result = d.result();
                return result != null && result.name().equals(words);
            };
            case "subject" -> d -> d.effects().stream().anyMatch(e -> about(e, words));
            case "partner" -> {
                PartnerId partner = Arguments.id("filter.partner", words, PartnerId::new);
                yield d -> d.eligibleIds().contains(partner);
            }
            case "waitingFor" -> {
                PartnerId partner = Arguments.id("filter.waitingFor", words, PartnerId::new);
                yield d -> d.awaited().contains(partner);
            }
            case "level" -> d -> d.level().name().equals(words);
            case "dueBefore" -> d -> d.open() && d.deadline().isBefore((LocalDate) value);
            case "text" -> {
                String sought = words.toLowerCase(Locale.ROOT);
                yield d -> holds(d.title().value(), sought) || holds(d.wording().value(), sought);
            }
            default -> throw new IllegalArgumentException("no such field: " + name);
        };
    }

    private static boolean holds(String text, String sought) {
        return text.toLowerCase(Locale.ROOT).contains(sought);
    }

    private static boolean about(Effect effect, String id) {
        return switch (effect) {
            case Effect.DocumentVersion e -> e.document().value().equals(id);
            case Effect.Mandate e -> e.mandate().value().equals(id);
            case Effect.PartnershipLead e -> false;
            case Effect.Action e -> e.action().value().equals(id) || e.itemId().value().equals(id);
        };
    }
}
