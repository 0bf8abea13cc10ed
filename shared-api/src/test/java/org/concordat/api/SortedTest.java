package org.concordat.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.api.decision.Rule;
import org.concordat.api.decision.Threshold;
import org.concordat.api.partnership.PartnerId;
import org.junit.jupiter.api.Test;

class SortedTest {

    @Test void a_set_has_one_order() {
        List<PartnerId> partners = Stream.of("e", "b", "d", "a", "c").map(p -> new PartnerId("partner-mash." + p)).toList();
        Rule rule = new Rule(Threshold.CONSENT, Set.copyOf(partners), 0, false, false);
        assertThat(rule.mustAgree().stream().map(PartnerId::value)).isSorted();
    }

    /** What is stored or hashed keeps its sets in one order: whoever has a set has a constructor that sorts it. */
    @Test void every_record_of_the_contract_with_a_set_sorts_it() throws Exception {
        List<Class<?>> withSets = Stream.of(Contract.COMMANDS, Contract.EVENTS).flatMap(List::stream)
                .filter(c -> Arrays.stream(c.getRecordComponents()).map(RecordComponent::getType).anyMatch(Set.class::equals)).toList();
        assertThat(withSets).isNotEmpty().allSatisfy(c -> assertThat(source(c)).contains("public " + c.getSimpleName() + " {"));
    }

    private static String source(Class<?> c) throws java.io.IOException {
        return java.nio.file.Files.readString(java.nio.file.Path.of("src/main/java",
                c.getEnclosingClass().getName().replace('.', '/') + ".java"));
    }
}
