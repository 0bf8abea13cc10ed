package org.concordat.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Values for arguments and inputs that a server accepts: by their type, and ids that stood in its answers. */
final class KnownValues {

    private static final Pattern ID = Pattern.compile("([a-z]+)-[a-z0-9]+([.@-].*)?");
    private static final int MOST = 200;

    private final SchemaSeen schema;
    /** By type and by the word an id begins with. */
    private final Map<String, List<String>> ids = new ConcurrentHashMap<>();

    KnownValues(SchemaSeen schema) {
        this.schema = schema;
    }

    /** Takes the ids out of an answer. */
    void learn(JsonNode answer) {
        String type = answer.path("__typename").asString("");
        answer.propertyStream().forEach(field -> {
            if (field.getValue().isString()) {
                String value = field.getValue().asString();
                if (!type.isEmpty() && (field.getKey().equals("id") || field.getKey().endsWith("_id"))) keep(type, value);
                Matcher id = ID.matcher(value);
                // A place in a history, such as partnership-mash@7, is an id of entries only.
                if (id.matches() && value.contains("@") == value.startsWith("entry-")) keep(id.group(1), value);
            }
        });
        answer.values().forEach(this::learn);
    }

    void keep(String kind, String id) {
        List<String> kept = ids.computeIfAbsent(kind, k -> new CopyOnWriteArrayList<>());
        if (kept.size() < MOST && !kept.contains(id)) kept.add(id);
    }

    boolean has(String kind) {
        return ids.containsKey(kind);
    }

    String id(String kind, RandomGenerator dice) {
        List<String> kept = ids.get(kind);
        return kept == null ? kind + "-mash.unknown" : kept.get(dice.nextInt(kept.size()));
    }

    /** As it is written in a query. */
    String literal(SchemaSeen.Member member, RandomGenerator dice) {
        return literal(member.name(), member.type(), dice);
    }

    private String literal(String name, SchemaSeen.Ref type, RandomGenerator dice) {
        if (type.required()) return literal(name, type.of(), dice);
        if (type.kind().equals("LIST")) return "[" + literal(name, type.of(), dice) + "]";
        return switch (type.named()) {
            case "ID" -> '"' + id(kindOf(name), dice) + '"';
            case "Int" -> Integer.toString(1 + dice.nextInt(3));
            case "Float" -> "1.5";
            case "Boolean" -> Boolean.toString(dice.nextBoolean());
            case "String" -> "\"1\"";
            case "Date" -> "\"201%d-06-01\"".formatted(3 + dice.nextInt(3));
            case "DateTime" -> "\"2026-06-01T00:00:00Z\"";
            case "Month" -> "\"2013-06\"";
            case "JSON" -> "{}";
            default -> composed(schema.type(type.named()), dice);
        };
    }

    private String composed(SchemaSeen.Type type, RandomGenerator dice) {
        if (type.kind().equals("ENUM")) return type.values().get(dice.nextInt(type.values().size()));
        List<SchemaSeen.Member> given = new ArrayList<>(type.members().stream().filter(SchemaSeen.Member::needed).toList());
        if (given.isEmpty()) given.add(type.members().get(dice.nextInt(type.members().size())));
        List<String> fields = given.stream().map(member -> member.name() + ": " + literal(member, dice)).toList();
        return "{" + String.join(", ", fields) + "}";
    }

    private static String kindOf(String argument) {
        return argument.endsWith("Id") ? argument.substring(0, argument.length() - 2) : argument;
    }
}
