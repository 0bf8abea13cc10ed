package org.concordat.query.api;

import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts what an operation can bring about without running it. Aliases and repeated fragments count each time; a
 * fragment is walked once, or fragments of fragments would make the count itself the attack. Validation has refused
 * cycles before.
 */
class CostCount {

    /** What a list holds that takes no {@code first}: longer ones are connections. */
    private static final long PLAIN_LIST = 10;

    /** Fields whose answer is worked out from the tree. */
    private static final Set<String> PROVES = Set.of("LedgerHead.proof", "LedgerHead.consistency");

    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    private final GraphQLSchema schema;
    private final OperationDefinition operation;
    private final CoercedVariables variables;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Cost> counted = new HashMap<>();

    CostCount(ExecutionContext context) {
        this.schema = context.getGraphQLSchema();
        this.operation = context.getOperationDefinition();
        this.variables = context.getCoercedVariables();
        this.fragments = context.getFragmentsByName();
    }

    Cost ofOperation() {
        GraphQLObjectType root = switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
        return of(operation.getSelectionSet(), root);
    }

    private Cost of(@Nullable SelectionSet selections, @Nullable GraphQLCompositeType parent) {
        if (selections == null || parent == null) return Cost.NOTHING;
        return selections.getSelections().stream().map(selection -> switch (selection) {
            case Field field -> of(field, parent);
            case InlineFragment inline -> of(inline.getSelectionSet(),
                inline.getTypeCondition() == null ? parent : type(inline.getTypeCondition().getName()));
            case FragmentSpread spread -> ofFragment(spread.getName());
            default -> Cost.NOTHING;
        }).reduce(Cost.NOTHING, Cost::and);
    }

    private Cost ofFragment(String name) {
        Cost known = counted.get(name);
        if (known != null) return known;
        FragmentDefinition fragment = fragments.get(name);
        Cost cost = fragment == null ? Cost.NOTHING
            : of(fragment.getSelectionSet(), type(fragment.getTypeCondition().getName()));
        counted.put(name, cost);
        return cost;
    }

    private Cost of(Field field, GraphQLCompositeType parent) {
        GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
        GraphQLOutputType answer = definition.getType();
        GraphQLCompositeType below =
            GraphQLTypeUtil.unwrapAll(answer) instanceof GraphQLCompositeType type ? type : null;
        Cost inside = of(field.getSelectionSet(), below);
        // The schema's size is fixed and the engine refuses circles in it: asking about it is neither deep nor wide.
        if (below != null && below.getName().startsWith("__")) return new Cost(inside.fields() + 1, 1, 0);
        Cost proven = PROVES.contains(parent.getName() + "." + field.getName()) ? inside.withProof() : inside;
        return proven.under(times(field, definition, parent));
    }

    private long times(Field field, GraphQLFieldDefinition definition, GraphQLCompositeType parent) {
        GraphQLArgument first = definition.getArgument("first");
        if (first != null) return first(field, first);
        boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
        // The edges of a connection are counted by the connection's own first.
        return list && !parent.getName().endsWith("Connection") ? PLAIN_LIST : 1;
    }

    private long first(Field field, GraphQLArgument declared) {
        Object asked = field.getArguments().stream().filter(a -> a.getName().equals("first")).findFirst()
            .map(this::value).filter(value -> !(value instanceof NullValue)).orElse(null);
        Object effective = asked == null && declared.hasSetDefaultValue()
            ? declared.getArgumentDefaultValue().getValue() : asked;
        return switch (effective) {
            case IntValue literal -> Math.max(1, literal.getValue().min(MOST).longValue());
            case Number number -> Math.max(1, number.longValue());
            case null, default -> PLAIN_LIST;
        };
    }

    private @Nullable Object value(Argument argument) {
        Value<?> value = argument.getValue();
        return value instanceof VariableReference variable ? variables.get(variable.getName()) : value;
    }

    private @Nullable GraphQLCompositeType type(String name) {
        return schema.getType(name) instanceof GraphQLCompositeType type ? type : null;
    }
}
