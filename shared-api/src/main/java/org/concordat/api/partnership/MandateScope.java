package org.concordat.api.partnership;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.concordat.api.Sorted;
import org.concordat.api.commitment.Unit;
import org.concordat.api.decision.DecisionClass;
import org.jspecify.annotations.Nullable;

/**
 * What a mandate covers.
 *
 * @param type      the type of decision from the partnership's own list, e.g. {@code threshold}; null covers every type of the class
 * @param levels    the levels it covers, at least one
 * @param amount    the most it commits over all years, exact; null: no money
 * @param currency  ISO 4217 code of the amount; given exactly when the amount is
 * @param finalWord whether its holder has the final word (case authority only)
 * @param delegable whether its holder may give a mandate within it to somebody else
 */
public record MandateScope(DecisionClass decisionClass, @Nullable String type, Set<Level> levels, @Nullable BigDecimal amount,
                           @Nullable String currency, boolean finalWord, boolean delegable) {

    private static final Pattern TYPE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    /** Of any currency in ISO 4217. */
    private static final int MOST_DECIMALS = 4;

    public MandateScope {
        levels = Sorted.copyOf(levels);
        if (levels.isEmpty()) throw new IllegalArgumentException("a mandate covers at least one level");
        if (type != null && !TYPE.matcher(type).matches()) throw new IllegalArgumentException("a type is lower-case words with hyphens");
        if ((amount == null) != (currency == null)) throw new IllegalArgumentException("an amount and its currency go together");
        if (amount != null && (amount.signum() < 0 || amount.precision() > 20 || amount.scale() > MOST_DECIMALS)) {
            throw new IllegalArgumentException("an amount is not negative, with at most 20 digits, and as many decimals as its"
                    + " currency has");
        }
        if (finalWord && decisionClass != DecisionClass.CASE_AUTHORITY) {
            throw new IllegalArgumentException("only case authority has a final word");
        }
    }

    /** Why that is no amount of its currency, or null where it is one, or there is none. What is on record is read as it is. */
    public @Nullable String problem() {
        if (amount == null || currency == null) return null;
        try {
            return Unit.money(currency).problem(amount);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** Whether a decision of that class, type and level falls under it. */
    public boolean covers(DecisionClass decisionClass, @Nullable String type, Level level) {
        return this.decisionClass == decisionClass && levels.contains(level) && (this.type == null || this.type.equals(type));
    }

    /** Whether it covers everything the other does: a mandate given under another never exceeds it. */
    public boolean contains(MandateScope other) {
        return decisionClass == other.decisionClass && levels.containsAll(other.levels)
                && (type == null || type.equals(other.type)) && (finalWord || !other.finalWord)
                && (other.amount == null || amount != null && amount.compareTo(other.amount) >= 0
                    && java.util.Objects.equals(currency, other.currency));
    }
}
