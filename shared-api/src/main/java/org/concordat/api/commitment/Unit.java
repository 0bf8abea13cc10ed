package org.concordat.api.commitment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In what a commitment is counted, once for the whole of it: so it never holds two currencies.
 *
 * @param currency ISO 4217 code; given exactly when the kind is money
 */
public record Unit(CommitmentKind kind, @Nullable String currency) {

    private static final int DIGITS = 20;

    public Unit {
        if ((kind == CommitmentKind.MONEY) != (currency != null)) {
            throw new IllegalArgumentException("money names its currency, and nothing else does");
        }
        if (currency != null && decimals(currency) < 0) {
            throw new IllegalArgumentException("a currency is a code of ISO 4217 in which sums are counted, such as GBP");
        }
    }

    public static Unit money(String currency) {
        return new Unit(CommitmentKind.MONEY, currency);
    }

    private static int decimals(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    public int decimals() {
        return switch (kind) {
            case MONEY -> currency == null ? 0 : decimals(currency);
            case POSTS_FTE, SPACE -> 2;
            case SYSTEMS_ACCESS, TRAINING_PLACES -> 0;
        };
    }

    /** Why that is no amount of this unit, or null where it is one. */
    public @Nullable String problem(BigDecimal amount) {
        if (amount.signum() < 0) return "is negative";
        if (amount.signum() > 0 && (long) amount.precision() - amount.scale() > DIGITS - decimals()) {
            return "has more than " + DIGITS + " digits";
        }
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() > decimals() ? "has more than " + decimals() + " decimals" : null;
    }

    /** The same amount with as many decimals as the unit has, which is how it is recorded. */
    public BigDecimal exact(BigDecimal amount) {
        return amount.setScale(decimals(), RoundingMode.UNNECESSARY);
    }

    public BigDecimal nothing() {
        return exact(BigDecimal.ZERO);
    }

    public String words(BigDecimal amount) {
        return amount.toPlainString() + " "
                + (currency != null ? currency : kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
