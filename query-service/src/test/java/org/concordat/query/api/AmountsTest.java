package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.partnership.MandateScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test void an_amount_is_a_decimal_in_a_string_and_nothing_else() {
        assertThat(read("12500.00").amount()).isEqualByComparingTo("12500.00").hasScaleOf(2);
        assertThat(read("9007199254740993").amount()).hasToString("9007199254740993");
        for (Object wrong : List.of(12500, 12500.5, "1E3", "-1", "1.00500", "", " 1", "+1", "NaN", "Infinity", "1,5", "9".repeat(21),
            "9".repeat(41))) {
            assertThatThrownBy(() -> read(wrong)).isInstanceOf(ApiRefusal.class);
        }
    }

    private static MandateScope read(Object amount) {
        Map<String, @Nullable Object> input = Map.of("decisionClass", DecisionClass.PARTNERSHIP.name(), "levels",
            List.of("STRATEGIC"), "amount", amount, "currency", "GBP", "finalWord", false, "delegable", true);
        return new CommandReader().read(input, MandateScope.class);
    }
}
