package org.concordat.query.api;

import java.util.Map;

/** Thrown by any fetcher to answer with one of the front door's own codes, and a sentence for a person. */
public final class ApiRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ApiCode code;
    private final String sentence;
    private final transient Map<String, Object> details;

    public ApiRefusal(ApiCode code, String sentence) {
        this(code, sentence, Map.of());
    }

    ApiRefusal(ApiCode code, String sentence, Map<String, Object> details) {
        super(sentence, null, false, false);
        this.code = code;
        this.sentence = sentence;
        this.details = details;
    }

    /** @param field path of the field in the operation's arguments, e.g. {@code input.lead.post.title} */
    public static ApiRefusal badInput(String field, String problem) {
        Map<String, Object> details = Map.of("field", field, "problem", problem);
        return new ApiRefusal(ApiCode.BAD_INPUT, field + ": " + problem + ".", details);
    }

    public static ApiRefusal badInput(String sentence) {
        return new ApiRefusal(ApiCode.BAD_INPUT, sentence);
    }

    static ApiRefusal tooMuch(ApiCode code, String sentence, long actual, long allowed) {
        return new ApiRefusal(code, sentence, Map.of("actual", actual, "allowed", allowed));
    }

    public static ApiRefusal notYet(String sentence) {
        return new ApiRefusal(ApiCode.NOT_YET, sentence);
    }

    public ApiCode code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }

    Map<String, Object> details() {
        return details;
    }
}
