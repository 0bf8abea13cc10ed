package org.concordat.query.api;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.query.limits.TooMany;

/** What is refused before or instead of being carried out, as the engine says it. */
final class Refusals {

    private Refusals() {}

    static AbortExecutionException abort(RuntimeException refused) {
        return new AbortExecutionException(List.of(error(refused)));
    }

    static GraphQLError error(RuntimeException refused) {
        return refused instanceof TooMany many ? error(many) : Errors.of(refused, GraphqlErrorBuilder.newError());
    }

    private static GraphQLError error(TooMany many) {
        ApiCode code = ApiCode.TOO_MANY;
        Map<String, Object> extensions = new HashMap<>(Map.of("code", code.name(), "classification", code.classification().name(),
            "retryAfter", many.retryAfter()));
        extensions.put("details", many.details());
        return GraphqlErrorBuilder.newError().message("%s", many.sentence()).errorType(code.classification()).extensions(extensions).build();
    }
}
