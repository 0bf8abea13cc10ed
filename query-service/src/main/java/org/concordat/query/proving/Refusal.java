package org.concordat.query.proving;

/** Why a door of the ledger did not open, or no pack was begun. The sentence is without quotes, as the answer's body writes it unescaped. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    public Refusal(int status, String code, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static Refusal badInput(String sentence) {
        return new Refusal(400, "BAD_INPUT", sentence);
    }

    public static Refusal notFound() {
        return new Refusal(404, "NOT_FOUND", "There is nothing at this address.");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
