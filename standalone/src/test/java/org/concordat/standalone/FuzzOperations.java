package org.concordat.standalone;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Operations made from the schema: a field or a mutation is asked for from the day it appears in it. */
final class FuzzOperations {

    /**
     * One operation.
     *
     * @param kind  query, mutation or subscription
     * @param field the first field at its root
     */
    record Operation(String kind, String field, String person, String text, Map<String, @Nullable Object> variables) {}

    private static final int DEPTH = 9;
    private static final int FIELDS = 60;
    private static final List<String> OF_THE_SCHEMA = List.of("{ __schema { queryType { name } } }",
            "{ __type(name: \"Action\") { fields { name } } }",
            "{ a: __type(name: \"Entry\") { name } b: __type(name: \"Action\") { name } }", "{ __typename }",
            "{ __schema { types { fields { type { fields { name } } } } } }");

    private final FuzzSchema api;
    private final FuzzValues values;
    private final Random random;
    private final FuzzRates rates;
    private Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    private List<String> declared = new ArrayList<>();
    private int left;
    private int names;

    FuzzOperations(FuzzSchema api, FuzzValues values, FuzzRates rates, Random random) {
        this.api = api;
        this.values = values;
        this.rates = rates;
        this.random = random;
    }

    Operation next() {
        values.begin(values.chance(25));
        variables = new LinkedHashMap<>();
        declared = new ArrayList<>();
        left = FIELDS;
        names = 0;
        if (values.chance(1)) {
            return new Operation("query", "__schema", anybody(), OF_THE_SCHEMA.get(random.nextInt(OF_THE_SCHEMA.size())), Map.of());
        }
        int kind = random.nextInt(100);
        return kind < 55 ? asked("query", api.schema().getQueryType()) : kind < 95 ? mutation() : asked("subscription", api.schema().getSubscriptionType());
    }

    /** Mutations that are accepted are sent more often, and every one again and again. */
    private Operation mutation() {
        List<GraphQLFieldDefinition> all = api.schema().getMutationType().getFieldDefinitions();
        GraphQLFieldDefinition field = all.get(random.nextInt(all.size()));
        for (int more = 0; more < 6 && !values.chance(8) && rates.of(field.getName()) < 0.4; more++) field = all.get(random.nextInt(all.size()));
        String body = body(field, 6);
        String person = FuzzPeople.giving(String.valueOf(field.getDescription()), body + variables, random);
        return operation("mutation", field, person, body);
    }

    private Operation asked(String kind, GraphQLObjectType root) {
        List<GraphQLFieldDefinition> fields = root.getFieldDefinitions();
        GraphQLFieldDefinition field = fields.get(random.nextInt(fields.size()));
        String again = kind.equals("query") && values.chance(15) ? " " + body(fields.get(random.nextInt(fields.size())), 0) : "";
        return operation(kind, field, anybody(), body(field, 0) + again);
    }

    private String anybody() {
        return FuzzPeople.ALL.get(random.nextInt(FuzzPeople.ALL.size()));
    }

    private Operation operation(String kind, GraphQLFieldDefinition field, String person, String body) {
        String head = declared.isEmpty() ? kind : kind + " Fuzz(" + String.join(", ", declared) + ")";
        return new Operation(kind, field.getName(), person, head + " { " + body + " }", variables);
    }

    private String body(GraphQLFieldDefinition field, int depth) {
        left--;
        GraphQLUnmodifiedType answer = GraphQLTypeUtil.unwrapAll(field.getType());
        String below = answer instanceof GraphQLCompositeType type ? " { " + selection(type, depth + 1) + " }" : "";
        return "f" + names++ + ": " + field.getName() + arguments(field) + below;
    }

    private String selection(GraphQLCompositeType type, int depth) {
        List<String> parts = new ArrayList<>(List.of("t" + names++ + ": __typename"));
        if (type instanceof GraphQLFieldsContainer fields) parts.addAll(some(fields.getFieldDefinitions(), depth));
        if (type instanceof GraphQLInterfaceType || type instanceof GraphQLUnionType) {
            List<GraphQLObjectType> possible = new ArrayList<>(type instanceof GraphQLUnionType union
                    ? union.getTypes().stream().map(GraphQLObjectType.class::cast).toList()
                    : api.schema().getImplementations((GraphQLInterfaceType) type));
            Collections.shuffle(possible, random);
            possible.stream().limit(3).forEach(one -> parts.add("... on " + one.getName() + " { t" + names++ + ": __typename "
                    + String.join(" ", some(one.getFieldDefinitions(), depth)) + " }"));
        }
        return String.join(" ", parts);
    }

    private List<String> some(List<GraphQLFieldDefinition> all, int depth) {
        List<GraphQLFieldDefinition> fields = new ArrayList<>(all);
        Collections.shuffle(fields, random);
        List<String> chosen = new ArrayList<>();
        for (GraphQLFieldDefinition field : fields) {
            boolean leaf = !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType);
            boolean onTheWay = field.getName().matches("edges|node|pageInfo");
            if (left > 0 && (leaf ? values.chance(60) : depth < DEPTH && (onTheWay || chosen.size() < 5 && values.chance(45)))) {
                chosen.add(body(field, depth));
            }
        }
        return chosen;
    }

    private String arguments(GraphQLFieldDefinition field) {
        List<String> given = new ArrayList<>();
        for (GraphQLArgument argument : field.getArguments()) {
            boolean needed = argument.getType() instanceof GraphQLNonNull && !argument.hasSetDefaultValue();
            if (!needed && !argument.getName().equals("first") && !values.chance(25)) continue;
            Object value = argument.getName().equals("first") && values.chance(3) ? null
                    : values.of(argument.getType(), argument.getName(), argument.getDescription());
            if (argument.getName().equals("input") ? values.chance(50) : values.chance(20)) {
                String name = "v" + declared.size();
                declared.add("$" + name + ": " + GraphQLTypeUtil.simplePrint(argument.getType()));
                variables.put(name, FuzzText.json(value));
                given.add(argument.getName() + ": $" + name);
            } else {
                given.add(argument.getName() + ": " + FuzzText.literal(value));
            }
        }
        return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
    }
}
