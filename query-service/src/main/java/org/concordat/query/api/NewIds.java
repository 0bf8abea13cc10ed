package org.concordat.query.api;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.concordat.api.Hash;
import org.concordat.api.NewId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.jspecify.annotations.Nullable;

/** The id of what a command makes, where the client leaves it out: the same command id makes the same thing. */
final class NewIds {

    private NewIds() {}

    static Map<String, @Nullable Object> filled(Map<String, @Nullable Object> input, Class<?> command,
                                                String commandId) {
        Map<String, @Nullable Object> filled = new LinkedHashMap<>(input);
        Arrays.stream(command.getRecordComponents())
            .filter(c -> c.isAnnotationPresent(NewId.class) && input.get(c.getName()) == null)
            .forEach(c -> {
                String id = derived(c, input, hash(commandId));
                if (id != null) filled.put(c.getName(), id);
            });
        return filled;
    }

    /** Null where the id it belongs to is not one: that one is refused by its own name then. */
    private static @Nullable String derived(RecordComponent component, Map<String, @Nullable Object> input,
                                            String hash) {
        Class<?> type = component.getType();
        String kind = type.getSimpleName().replaceFirst("Id$", "").toLowerCase(Locale.ROOT);
        if (type == PartnershipId.class) return kind + "-" + hash;
        try {
            if (type == ActionId.class) {
                String item = new ItemId(String.valueOf(input.get("itemId"))).value();
                return kind + item.substring("item".length()) + "." + hash;
            }
            return kind + "-" + new PartnershipId(String.valueOf(input.get("partnershipId"))).key() + "." + hash;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String hash(String commandId) {
        return Hash.of(commandId.getBytes(StandardCharsets.UTF_8)).value().substring(0, 20);
    }
}
