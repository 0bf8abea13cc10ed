package org.concordat.query.api;

import graphql.GraphQLError;
import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.api.Contract;
import org.concordat.api.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A request refused before any of it was carried out is an attempt too, at each command that it names. */
@Component
@Order(50)
class UnreadCommands implements WebGraphQlInterceptor {

    /** Commands of one request that are recorded one by one. */
    private static final int MOST = 20;
    private static final Set<ApiCode> BEFORE = Set.of(ApiCode.BAD_INPUT, ApiCode.TOO_COSTLY);
    private static final Map<String, Class<?>> COMMANDS =
            Contract.COMMANDS.stream().collect(Collectors.toUnmodifiableMap(Mutations::nameOf, Function.identity()));

    private final Attempts attempts;

    UnreadCommands(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Mono.deferContextual(context -> chain.next(request).flatMap(response -> {
            ApiCode code = refusedBefore(response);
            if (code == null) return Mono.just(response);
            PersonId person = TokenExpiry.caller(context).person();
            return Mono.fromCallable(() -> {
                named(request).limit(MOST).forEach(field -> record(person, field, request.getVariables(), code));
                return response;
            }).subscribeOn(Schedulers.boundedElastic());
        }));
    }

    /** Null where something was carried out, or tried: then each field has said so itself, by its path in the answer. */
    private static @Nullable ApiCode refusedBefore(WebGraphQlResponse response) {
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        if (response.getExecutionResult().getData() != null || errors.stream().anyMatch(e -> e.getPath() != null)) return null;
        return errors.stream().map(UnreadCommands::code)
                .flatMap(code -> BEFORE.stream().filter(before -> before.name().equals(code))).findFirst().orElse(null);
    }

    private static String code(GraphQLError error) {
        Object own = error.getExtensions() == null ? null : error.getExtensions().get("code");
        return own == null ? CodedErrors.code(error).name() : own.toString();
    }

    private void record(PersonId person, Field field, Map<String, @Nullable Object> variables, ApiCode code) {
        Class<?> command = Objects.requireNonNull(COMMANDS.get(field.getName()));
        Value<?> input = field.getArguments().stream().filter(a -> a.getName().equals("input")).findFirst()
                .<Value<?>>map(Argument::getValue).orElse(null);
        attempts.refused(person, command.getSimpleName(), Targets.id(part(input, Targets.field(command), variables)),
                Targets.commandId(part(input, "commandId", variables)), code.name());
    }

    private static @Nullable Object part(@Nullable Value<?> input, String name, Map<String, @Nullable Object> variables) {
        if (input instanceof ObjectValue literal) {
            for (ObjectField field : literal.getObjectFields()) {
                if (field.getName().equals(name)) return plain(field.getValue(), variables);
            }
        }
        return input instanceof VariableReference variable && variables.get(variable.getName()) instanceof Map<?, ?> given
                ? given.get(name) : null;
    }

    private static @Nullable Object plain(Value<?> value, Map<String, @Nullable Object> variables) {
        if (value instanceof StringValue text) return text.getValue();
        return value instanceof VariableReference variable ? variables.get(variable.getName()) : null;
    }

    private static Stream<Field> named(WebGraphQlRequest request) {
        Document document;
        try {
            TextScan.of(request.getDocument());
            document = new Parser().parseDocument(request.getDocument());
        } catch (ApiRefusal | InvalidSyntaxException namesNothing) {
            return Stream.empty();
        }
        String name = request.getOperationName();
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(operation -> operation.getOperation() == OperationDefinition.Operation.MUTATION)
                .filter(operation -> name == null || name.isEmpty() || name.equals(operation.getName()))
                .flatMap(operation -> fields(operation.getSelectionSet(), document, new HashSet<>()))
                .filter(field -> COMMANDS.containsKey(field.getName()));
    }

    private static Stream<Field> fields(@Nullable SelectionSet selections, Document document, Set<String> seen) {
        if (selections == null) return Stream.empty();
        return selections.getSelections().stream().<Field>flatMap(selection -> switch (selection) {
            case Field field -> Stream.of(field);
            case InlineFragment inline -> fields(inline.getSelectionSet(), document, seen);
            case FragmentSpread spread when seen.add(spread.getName()) ->
                    document.getDefinitionsOfType(FragmentDefinition.class).stream()
                            .filter(fragment -> fragment.getName().equals(spread.getName()))
                            .flatMap(fragment -> fields(fragment.getSelectionSet(), document, seen));
            default -> Stream.empty();
        });
    }
}
