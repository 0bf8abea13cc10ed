package org.concordat.query.api;

import org.springframework.graphql.execution.ErrorType;

/** What the front door itself can refuse, beside the rejections of the domain. */
public enum ApiCode {
    BAD_INPUT(ErrorType.BAD_REQUEST),
    UNAUTHENTICATED(ErrorType.UNAUTHORIZED),
    ORIGIN_REFUSED(ErrorType.FORBIDDEN),
    ISSUER_UNAVAILABLE(ErrorType.INTERNAL_ERROR),
    TOO_COSTLY(ErrorType.BAD_REQUEST),
    TOO_LONG(ErrorType.BAD_REQUEST),
    TOO_MANY(ErrorType.BAD_REQUEST),
    DEADLINE(ErrorType.INTERNAL_ERROR),
    NOT_YET(ErrorType.INTERNAL_ERROR),
    NOT_RECORDED(ErrorType.INTERNAL_ERROR),
    INTERNAL(ErrorType.INTERNAL_ERROR);

    private final ErrorType classification;

    ApiCode(ErrorType classification) {
        this.classification = classification;
    }

    ErrorType classification() {
        return classification;
    }
}
