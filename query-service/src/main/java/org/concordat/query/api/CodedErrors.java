package org.concordat.query.api;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The engine's own errors (syntax, validation, variables, a cancelled run) get a code too, so that every error has one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CodedErrors implements WebGraphQlInterceptor {

    @Override public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
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
        return GraphqlErrorBuilder.newError().message("%s", sentence(error, code)).path(path(error))
            .locations(error.getLocations()).errorType(code.classification()).extensions(coded).build();
    }

    private static ApiCode code(GraphQLError error) {
        if (error.getErrorType() == ErrorType.ExecutionAborted) return ApiCode.DEADLINE;
        boolean clients = error.getErrorType() == ErrorType.InvalidSyntax || error.getErrorType() == ErrorType.ValidationError
            || error.getErrorType() == ErrorType.OperationNotSupported;
        return clients ? ApiCode.BAD_INPUT : ApiCode.INTERNAL;
    }

    private static String sentence(GraphQLError error, ApiCode code) {
        return switch (code) {
            case DEADLINE -> Deadline.SENTENCE;
            case BAD_INPUT -> String.valueOf(error.getMessage());
            default -> "Something went wrong here; it is not your fault.";
        };
    }

    private static List<Object> path(GraphQLError error) {
        return error.getPath() == null ? List.of() : error.getPath();
    }
}
