package org.concordat.query.api;

import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.GraphqlErrorBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.concordat.api.CommonRejection;
import org.concordat.api.Rejection;
import org.concordat.api.Rejection.Kind;
import org.concordat.query.identity.Excerpt;
import org.concordat.wiring.UnreadableRecord;
import org.concordat.wiring.start.ExitOnOutOfMemory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.validation.BindException;

/** The one place where a failure becomes an answer: a code, a sentence, and nothing of the exception. */
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private static final String STORE_UNAVAILABLE = new CommonRejection.StoreUnavailable().code();

    private Errors() {}

    /** Completes the builder, which may already know the place in the operation. */
    static GraphQLError of(Throwable failure, GraphqlErrorBuilder<?> error) {
        return switch (failure) {
            case Refused refused -> of(refused.rejection(), error);
            case ApiRefusal refusal -> of(refusal.code(), refusal.sentence(), refusal.details(), error);
            // Arguments graphql-java itself cannot read, e.g. a literal null inside a @oneOf input.
            case GraphQLException bad -> of(ApiCode.BAD_INPUT, "The arguments of this field have no possible meaning.",
                Map.of(), error);
            case BindException bad -> of(ApiCode.BAD_INPUT, "The arguments of this field have no possible meaning.",
                Map.of(), error);
            case Throwable lost when Away.means(lost) -> build(STORE_UNAVAILABLE, "The database did not answer. Ask again in a moment.",
                Kind.UNAVAILABLE, Map.of(), error);
            case UnreadableRecord unreadable -> build(UnreadableAnswer.CODE, UnreadableAnswer.sentence(unreadable), Kind.UNAVAILABLE, Map.of(), error);
            default -> unexpected(failure, error);
        };
    }

    static GraphQLError of(ApiCode code, String sentence) {
        return of(code, sentence, Map.of(), GraphqlErrorBuilder.newError());
    }

    private static GraphQLError unexpected(Throwable failure, GraphqlErrorBuilder<?> error) {
        ExitOnOutOfMemory.endIfOutOfMemory(failure);
        String id = UUID.randomUUID().toString();
        LOG.error("answered INTERNAL, {}", id, failure);
        return of(ApiCode.INTERNAL, "Something went wrong here; it is not your fault. Tell the operator: " + id + ".",
            Map.of("id", id), error);
    }

    private static GraphQLError of(Rejection rejection, GraphqlErrorBuilder<?> error) {
        return build(rejection.code(), Repeats.in(rejection), rejection.kind(), Repeats.fields(rejection), error);
    }

    private static GraphQLError of(ApiCode code, String sentence, Map<String, ? extends @Nullable Object> details,
                                   GraphqlErrorBuilder<?> error) {
        return build(code.name(), sentence, code.classification(), details, error);
    }

    private static GraphQLError build(String code, String sentence, Enum<?> classification,
                                      Map<String, ? extends @Nullable Object> details, GraphqlErrorBuilder<?> error) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        extensions.put("classification", classification.name());
        if (!details.isEmpty()) extensions.put("details", Repeats.in(details));
        return error.message("%s", Excerpt.in(sentence)).errorType(type(classification)).extensions(extensions).build();
    }

    private static ErrorType type(Enum<?> classification) {
        if (classification instanceof ErrorType own) return own;
        return switch ((Kind) classification) {
            case NOT_FOUND -> ErrorType.NOT_FOUND;
            case NOT_AUTHORISED -> ErrorType.FORBIDDEN;
            case UNAVAILABLE -> ErrorType.INTERNAL_ERROR;
            case INVALID, CONFLICT -> ErrorType.BAD_REQUEST;
        };
    }
}
