package org.concordat.query.pack;

/** Why no pack was begun. The sentence is without quotes, as the answer's body writes it unescaped. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    Refusal(int status, String code, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refusal badInput(String sentence) {
        return new Refusal(400, "BAD_INPUT", sentence);
    }

    static Refusal notFound() {
        return new Refusal(404, "NOT_FOUND", "There is nothing at this address.");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
