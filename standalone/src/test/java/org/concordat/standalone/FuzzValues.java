package org.concordat.standalone;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values for arguments and inputs, mostly such as make sense: by their type, their name and the example in their description. */
final class FuzzValues {

    /** Printed as a name, not as a string. */
    record Word(String value) {}

    private static final Pattern KIND = Pattern.compile("e\\.g\\. ([a-z]+)-");
    private static final Map<String, String> MEANT = Map.of("holder", "person", "programmeOffice", "person", "eligible", "partner",
            "mustAgree", "partner", "judge", "partner", "under", "mandate", "to", "partner", "by", "decision",
            "answers", "partner");
    private static final List<String> ODD = List.of("", " ", "x".repeat(12_000), "\u0000", "'; drop table event; --", "<script>",
            "\uD83D\uDE00", "null",
            "-1", "partnership-", "item-mash.", "action-mash.a.b.c", "entry-item-mash.leadership@99999999999999999999", "%00", "../../etc", "\uFFFF");
    private static final List<String> ODD_TIMES = List.of("0000-01-01", "0001-01-01", "9999-12-31", "-0001-01-01", "+10000-01-01",
            "2013-02-30", "2013-2-3", "today",
            "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "9999-12", "0001-01");

    private final Random random;
    private final FuzzKnown known;
    private final FuzzSchema api;
    private String partnership = "mash";
    private boolean wild;
    private int made;

    FuzzValues(FuzzSchema api, FuzzKnown known, Random random) {
        this.api = api;
        this.known = known;
        this.random = random;
    }

    /** For one operation: the partnership it is about, and whether its values are all such as make sense. */
    void begin(boolean wildly) {
        wild = wildly;
        String other = chance(12) ? known.id("partnership", "") : null;
        partnership = other == null ? "mash" : other.substring("partnership-".length());
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @Nullable Object of(GraphQLInputType type, String name, @Nullable String description) {
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        if (wild && chance(4)) return chance(50) ? null : chance(50) ? ODD.get(random.nextInt(ODD.size())) : Map.of("odd", 1);
        return switch (bare) {
            case GraphQLList list -> list(list, name, description);
            case GraphQLEnumType words -> new Word(words.getValues().get(random.nextInt(words.getValues().size())).getName());
            case GraphQLInputObjectType input -> input.isOneOf() ? one(input) : all(input);
            case GraphQLScalarType scalar -> scalar(scalar.getName(), name, description == null ? "" : description);
            default -> throw new IllegalStateException("no value for " + bare);
        };
    }

    private List<@Nullable Object> list(GraphQLList list, String name, @Nullable String description) {
        List<@Nullable Object> values = new ArrayList<>();
        if (!wild && GraphQLTypeUtil.unwrapAll(list).getName().equals("YearAmountInput")) return FuzzSense.years(random);
        int size = wild && chance(3) ? 200 : random.nextInt(3) + (name.equals("eligible") || name.equals("parties") ? 2 : 1);
        for (int i = 0; i < size; i++) {
            Object value = of((GraphQLInputType) list.getWrappedType(), name, description);
            if (wild || !values.contains(value)) values.add(value);
        }
        return values;
    }

    private Map<String, @Nullable Object> one(GraphQLInputObjectType input) {
        GraphQLInputObjectField field = input.getFields().get(random.nextInt(input.getFields().size()));
        Map<String, @Nullable Object> chosen = new LinkedHashMap<>();
        chosen.put(field.getName(), of(field.getType(), field.getName(), field.getDescription()));
        return chosen;
    }

    private Map<String, @Nullable Object> all(GraphQLInputObjectType input) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (GraphQLInputObjectField field : input.getFields()) {
            boolean needed = field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue();
            if (needed ? !(wild && chance(3)) : chance(optional(field.getName(), String.valueOf(field.getDescription())))) {
                fields.put(field.getName(), of(field.getType(), field.getName(), field.getDescription()));
            }
        }
        if (wild && chance(2)) fields.put("oddField", "odd");
        if (!wild) FuzzSense.made(input.getName(), fields, partnership, known, random);
        return fields;
    }

    private int optional(String name, String description) {
        if (name.equals("expectedVersion")) return 3;
        if (name.equals("effectiveOn") || description.contains("it is to have")) return 8;
        return name.equals("commandId") ? 50 : 30;
    }

    private Object scalar(String type, String name, String description) {
        if (wild && chance(10)) return odd(type);
        return switch (type) {
            case "Int" -> name.equals("first") ? 1 + random.nextInt(4) : name.equals("pace") ? 50 : chance(90) ? 1 : random.nextInt(9);
            case "Boolean" -> random.nextBoolean();
            case "Date" -> day(name).toString();
            case "Month" -> YearMonth.from(day(name)).toString();
            case "DateTime" -> day("from") + "T0" + random.nextInt(10) + ":30:00Z";
            case "ID" -> id(name, description);
            default -> text(name, description);
        };
    }

    private Object odd(String type) {
        return switch (type) {
            case "Int" -> List.of(-1, 0, Integer.MAX_VALUE, Integer.MIN_VALUE, 101).get(random.nextInt(5));
            case "Boolean" -> "yes";
            case "Date", "Month", "DateTime" -> ODD_TIMES.get(random.nextInt(ODD_TIMES.size()));
            default -> ODD.get(random.nextInt(ODD.size()));
        };
    }

    private LocalDate day(String name) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return switch (name) {
            case "year", "first" -> LocalDate.of(2013 + random.nextInt(15), 4, 1);
            case "deadline", "planEnd", "to", "checkpoint" -> today.plusDays(1 + random.nextInt(60));
            case "effectiveOn" -> today.minusDays(random.nextInt(3));
            case "on" -> today.plusDays(chance(85) ? 200 + random.nextInt(100) : 0);
            case "by" -> today.plusDays(30 + random.nextInt(300));
            default -> chance(70) ? today.plusDays(random.nextInt(2)) : LocalDate.of(2013, 1, 7).plusDays(random.nextInt(4_000));
        };
    }

    private String id(String name, String description) {
        if (name.equals("commandId")) return "fuzz-" + Long.toHexString(random.nextLong());
        String kind = kind(name, description);
        if (description.contains("it is to have")) {
            String made = "f" + this.made++ + Integer.toHexString(random.nextInt(1 << 20));
            return kind.equals("partnership") ? "partnership-" + made : kind + "-" + partnership + "." + made;
        }
        if (kind.equals("partnership")) return "partnership-" + partnership;
        if (kind.equals("person")) return FuzzPeople.ALL.get(random.nextInt(FuzzPeople.ALL.size()));
        String id = api.kinds().contains(kind) ? known.id(kind, partnership) : known.anyId();
        return Objects.requireNonNullElse(id, kind + "-" + partnership + ".none");
    }

    private String kind(String name, String description) {
        String meant = MEANT.getOrDefault(name, name.replaceFirst("(?<=.)Id$", ""));
        if (meant.equals("person") || api.kinds().contains(meant)) return meant;
        String singular = meant.replaceFirst("ies$", "y").replaceFirst("s$", "");
        if (api.kinds().contains(singular)) return singular;
        Matcher example = KIND.matcher(description);
        return example.find() ? example.group(1) : meant;
    }

    private String text(String name, String description) {
        if (name.equals("after")) return known.cursor();
        if (description.contains("hash") || description.contains("SHA-256")) return known.hash();
        return switch (name) {
            case "timeZone" -> "Europe/London";
            case "type" -> "finance";
            case "currency" -> "GBP";
            case "amount" -> random.nextInt(500) + ".00";
            case "code" -> "A" + random.nextInt(90);
            case "size", "version" -> String.valueOf(1 + random.nextInt(40));
            default -> chance(90) ? "What the partners said, number " + random.nextInt(1_000) + "."
                    : "Ö " + "long words ".repeat(random.nextInt(200)) + "end";
        };
    }
}
