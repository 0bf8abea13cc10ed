package org.concordat.query.api;

/** What is wrong with a request itself, whatever it is about: a code of the schema's enum and a sentence. */
public final class ApiProblem extends RuntimeException {

    private final String code;

    public ApiProblem(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public static ApiProblem badInput(String message) {
        return new ApiProblem("BAD_INPUT", message);
    }

    public static ApiProblem notYet(String message) {
        return new ApiProblem("NOT_YET", message);
    }

    public String code() {
        return code;
    }
}
