package org.concordat.query.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values beside an operation's text are bounded like those inside it. */
final class GivenVariables {

    private static final int VALUES = 20_000;
    private static final int NESTED = 60;
    private static final int KEY = 100;
    /** About forty digits. */
    private static final int BITS = 134;

    private int values;

    private GivenVariables() {}

    /** @throws ApiRefusal where they are more than may be worked on */
    static void check(Map<String, ? extends @Nullable Object> variables) {
        new GivenVariables().look(variables, 0);
    }

    private void look(@Nullable Object value, int nested) {
        if (++values > VALUES) throw refusal(ApiCode.TOO_LONG, "The variables hold more than " + VALUES + " values; " + VALUES + " are allowed.", values, VALUES);
        if (nested > NESTED) {
            throw refusal(ApiCode.TOO_COSTLY, "The variables have more than " + NESTED + " levels inside one another; " + NESTED + " are allowed.", nested, NESTED);
        }
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, inside) -> {
                long length = String.valueOf(key).length();
                if (length > KEY) throw refusal(ApiCode.TOO_LONG, "A name in the variables has " + length + " characters; " + KEY + " are allowed.", length, KEY);
                look(inside, nested + 1);
            });
            case Collection<?> list -> list.forEach(inside -> look(inside, nested + 1));
            case BigInteger number when number.bitLength() > BITS -> throw longNumber();
            case BigDecimal number when number.unscaledValue().bitLength() > BITS || Math.abs((long) number.scale()) > 1_000 -> throw longNumber();
            case Double number when number.isInfinite() || number.isNaN() -> throw longNumber();
            case null, default -> { }
        }
    }

    private static ApiRefusal longNumber() {
        return new ApiRefusal(ApiCode.TOO_LONG, "A number in the variables is too long or too large; 40 digits are allowed.", Map.of("allowed", 40));
    }

    private static ApiRefusal refusal(ApiCode code, String sentence, long actual, long allowed) {
        return ApiRefusal.tooMuch(code, sentence, actual, allowed);
    }
}
