package org.concordat.standalone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Questions made from the schema as it is served, so that a new field is asked for the day it appears. Where a field needs
 * arguments, they are ids from earlier answers ({@link KnownValues#learn}) and values of the right type.
 */
final class GeneratedQueries {

    /** @param to the object type that is reached; the field's own, or one of those it may be */
    private record Step(String from, SchemaSeen.Member field, String to) {}

    private static final String NODE = "node";

    private final SchemaSeen schema;
    private final KnownValues known;
    private final RandomGenerator dice;
    /** The steps by which each type is reached soonest, without asking for a node by its id. */
    private final Map<String, List<Step>> ways = new HashMap<>();

    GeneratedQueries(SchemaSeen schema, KnownValues known, RandomGenerator dice) {
        this.schema = schema;
        this.known = known;
        this.dice = dice;
        Deque<String> reached = new ArrayDeque<>(List.of(schema.query()));
        ways.put(schema.query(), List.of());
        while (!reached.isEmpty()) {
            String from = reached.poll();
            for (SchemaSeen.Member field : schema.type(from).members()) {
                if (from.equals(schema.query()) && field.name().equals(NODE)) continue;
                for (String to : objects(schema.of(field))) {
                    if (ways.containsKey(to)) continue;
                    List<Step> way = new ArrayList<>(ways.get(from));
                    way.add(new Step(from, field, to));
                    ways.put(to, List.copyOf(way));
                    reached.add(to);
                }
            }
        }
    }

    private List<String> objects(SchemaSeen.Type type) {
        return type.leaf() ? List.of() : type.isAbstract() ? type.possible() : List.of(type.name());
    }

    /** Every object type that a query can reach. */
    List<String> types() {
        return List.copyOf(new TreeSet<>(ways.keySet()));
    }

    /** The types that have an id to ask for them by. */
    List<String> nodes() {
        return schema.type("Node").possible();
    }

    /** The ids of things of that type. */
    String ids(String type) {
        return along(ways.get(type), "__typename id");
    }

    /** Every field of that type, and of what those fields hold the plain ones. */
    String everyFieldOf(String type) {
        return along(nodes().contains(type) && known.has(type) ? List.of(byId(type)) : throughANode(ways.get(type)), fields(type, 1));
    }

    /** Any way down, with some optional arguments, no deeper than that. */
    String any(int depth) {
        return "{ " + some(schema.query(), depth) + " }";
    }

    /** The last node on the way is asked for by its id: the way there holds lists of lists. */
    private List<Step> throughANode(List<Step> way) {
        for (int last = way.size() - 1; last >= 0; last--) {
            String at = way.get(last).from();
            if (nodes().contains(at) && known.has(at)) {
                List<Step> shorter = new ArrayList<>(List.of(byId(at)));
                shorter.addAll(way.subList(last, way.size()));
                return shorter;
            }
        }
        return way;
    }

    private Step byId(String type) {
        SchemaSeen.Member node = schema.type(schema.query()).members().stream().filter(f -> f.name().equals(NODE)).findFirst().orElseThrow();
        return new Step(schema.query(), node, type);
    }

    private String along(List<Step> way, String selection) {
        String inner = selection;
        for (Step step : way.reversed()) {
            inner = asked(step.field(), step.to(), false) + " { " + (schema.of(step.field()).isAbstract()
                    ? "__typename ... on " + step.to() + " { " + inner + " }" : inner) + " }";
        }
        return "{ " + inner + " }";
    }

    private String fields(String type, int below) {
        return "__typename " + schema.type(type).members().stream().map(field -> field(field, below))
                .filter(asked -> !asked.isEmpty()).collect(Collectors.joining(" "));
    }

    private String field(SchemaSeen.Member field, int below) {
        SchemaSeen.Type type = schema.of(field);
        if (type.leaf()) return asked(field, "", false);
        return below == 0 ? "" : asked(field, "", false) + " { " + inside(type, below) + " }";
    }

    private String inside(SchemaSeen.Type type, int below) {
        if (!type.isAbstract()) return fields(type.name(), below - 1);
        return "__typename " + type.possible().stream().map(one -> "... on " + one + " { " + one + "___typename: __typename " + schema.type(one).members().stream()
                .filter(field -> schema.of(field).leaf()).map(field -> one + "_" + field.name() + ": " + asked(field, "", false))
                .collect(Collectors.joining(" ")) + " }").collect(Collectors.joining(" "));
    }

    private String some(String type, int depth) {
        List<String> chosen = new ArrayList<>();
        for (SchemaSeen.Member field : schema.type(type).members()) {
            SchemaSeen.Type to = schema.of(field);
            if (to.leaf()) chosen.add(asked(field, "", true));
            else if (depth > 0 && dice.nextInt(4) == 0) chosen.add(deeper(field, to, depth - 1));
        }
        if (chosen.isEmpty()) chosen.add("__typename");
        return String.join(" ", chosen);
    }

    private String deeper(SchemaSeen.Member field, SchemaSeen.Type to, int depth) {
        List<String> may = objects(to);
        String one = may.get(dice.nextInt(may.size()));
        String inner = some(one, depth);
        return asked(field, one, true) + " { " + (to.isAbstract() ? "__typename ... on " + one + " { " + inner + " }" : inner) + " }";
    }

    /** The field with its arguments: those it needs, and a small page; optional ones now and then. */
    private String asked(SchemaSeen.Member field, String target, boolean optional) {
        List<String> arguments = new ArrayList<>();
        for (SchemaSeen.Member argument : field.arguments()) {
            boolean given = argument.needed() || optional && !argument.name().equals("after") && dice.nextInt(4) == 0;
            if (argument.name().equals("first")) arguments.add("first: " + (1 + dice.nextInt(3)));
            else if (given) arguments.add(argument.name() + ": " + value(field, argument, target));
        }
        return field.name() + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")");
    }

    private String value(SchemaSeen.Member field, SchemaSeen.Member argument, String target) {
        if (!argument.name().equals("id")) return known.literal(argument, dice);
        String kind = !field.name().equals(NODE) ? field.name() : target.isEmpty() ? nodes().getFirst() : target;
        return '"' + known.id(kind, dice) + '"';
    }
}
