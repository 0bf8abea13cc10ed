package org.concordat.query.api;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorClassification;
import graphql.validation.ValidationErrorType;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.concordat.query.identity.Excerpt;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The engine's own errors (syntax, validation, variables, a cancelled run) get a code too: every error has one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CodedErrors implements WebGraphQlInterceptor {

    private static final Set<ErrorClassification> CLIENTS =
        Set.of(ErrorType.InvalidSyntax, ErrorType.ValidationError, ErrorType.OperationNotSupported);
    private static final Set<ValidationErrorClassification> TOO_MUCH =
        Set.of(ValidationErrorType.MaxQueryDepthExceeded, ValidationErrorType.MaxQueryFieldsExceeded);
    /** The engine repeats an argument's whole value, as its parser's objects; the client has it, and is told the place. */
    private static final Pattern VALUE = Pattern.compile(
        "\\A(Validation error \\([^)]*\\) : argument '[^']*') with value '.*'(?= (?:must|is|contains) )", Pattern.DOTALL);

    private static final String INTROSPECTION = "Ask about the schema once in an operation: one __schema or one __type, and no field of its lists"
        + " below itself. Send one operation for each type.";

    @Override public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        // Whatever language the client's system speaks, the API answers in one.
        request.configureExecutionInput((input, builder) -> builder.locale(Locale.ENGLISH).build());
        return chain.next(request).map(response -> response.getErrors().isEmpty() ? response
            : response.transform(b -> b.errors(
                response.getExecutionResult().getErrors().stream().map(CodedErrors::coded).toList())));
    }

    private static GraphQLError coded(GraphQLError error) {
        Map<String, Object> extensions = error.getExtensions();
        if (extensions != null && extensions.containsKey("code")) return error;
        ApiCode code = code(error);
        Map<String, Object> coded = new HashMap<>(extensions == null ? Map.of() : extensions);
        coded.put("code", code.name());
        coded.put("classification", code.classification().name());
        GraphqlErrorBuilder<?> built = GraphqlErrorBuilder.newError().message("%s", sentence(error, code))
            .errorType(code.classification()).extensions(coded);
        // A request error has no path: nothing was executed.
        if (error.getPath() != null) built.path(error.getPath());
        if (error.getLocations() != null) built.locations(error.getLocations());
        return built.build();
    }

    static ApiCode code(GraphQLError error) {
        if (error.getErrorType() == ErrorType.ExecutionAborted) return ApiCode.DEADLINE;
        if (error instanceof BadFaithIntrospectionError) return ApiCode.TOO_COSTLY;
        if (error instanceof ValidationError invalid && TOO_MUCH.contains(invalid.getValidationErrorType())) {
            return ApiCode.TOO_COSTLY;
        }
        return CLIENTS.contains(error.getErrorType()) ? ApiCode.BAD_INPUT : ApiCode.INTERNAL;
    }

    private static String sentence(GraphQLError error, ApiCode code) {
        if (error instanceof BadFaithIntrospectionError) return INTROSPECTION;
        return switch (code) {
            case DEADLINE -> Deadline.SENTENCE;
            case BAD_INPUT, TOO_COSTLY -> Excerpt.in(VALUE.matcher(String.valueOf(error.getMessage())).replaceFirst("$1"));
            default -> "Something went wrong here; it is not your fault.";
        };
    }
}
