package org.concordat.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What the schema does not say of fields beside each other; an input it knows nothing of is left as it was made. */
final class FuzzSense {

    private FuzzSense() {}

    static void made(String input, Map<String, @Nullable Object> fields, String partnership, FuzzKnown known, Random random) {
        switch (input) {
            case "UnitInput" -> {
                if (fields.get("kind") instanceof FuzzValues.Word(String kind) && kind.equals("MONEY")) fields.put("currency", "GBP");
                else fields.remove("currency");
            }
            case "MandateScopeInput" -> {
                fields.remove("amount");
                fields.remove("currency");
            }
            case "AppointInput" -> appointed(fields, partnership, random);
            case "MarkContentInput" -> marked(fields, known, random);
            default -> held(fields, partnership, random);
        }
    }

    /** A partner's mandate is for somebody who speaks for it. */
    private static void held(Map<String, @Nullable Object> fields, String partnership, Random random) {
        if (!fields.containsKey("holder")) return;
        String person = representative(random);
        fields.put("holder", person);
        if (fields.containsKey("partner")) fields.put("partner", "partner-" + partnership + "." + person);
    }

    private static void appointed(Map<String, @Nullable Object> fields, String partnership, Random random) {
        List.of("board", "partner", "to").forEach(fields::remove);
        fields.put("person", "person" + random.nextInt(1 << 28));
        if (fields.get("kind") instanceof FuzzValues.Word(String kind) && kind.equals("REPRESENTATIVE")) {
            fields.put("partner", "partner-" + partnership + "." + representative(random));
        }
    }

    /** Mostly opened, or soon nobody would see anything. */
    private static void marked(Map<String, @Nullable Object> fields, FuzzKnown known, Random random) {
        String kind = List.of("item", "decision", "document", "commitment").get(random.nextInt(4));
        fields.put("subject", Objects.requireNonNullElse(known.id(kind, "mash"), "item-mash.none"));
        if (random.nextInt(100) < 80) {
            fields.put("marking", new FuzzValues.Word("PARTNERS"));
            fields.remove("partners");
        }
    }

    static List<@Nullable Object> years(Random random) {
        List<@Nullable Object> years = new ArrayList<>();
        for (int year = 2027; year < 2030; year++) years.add(Map.of("year", year + "-04-01", "amount", random.nextInt(500) + ".00"));
        return years;
    }

    private static String representative(Random random) {
        return FuzzPeople.REPRESENTATIVES.get(random.nextInt(4));
    }
}
