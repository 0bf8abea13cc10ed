package org.concordat.query.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concordat.api.partnership.PartnershipCommand.GiveMandate;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.PlanItemCommand;
import org.concordat.query.imports.IllustrativeHistory.Act;
import org.junit.jupiter.api.Test;

class IllustrativeHistoryTest {

    private final IllustrativeHistory history =
        IllustrativeHistoryReader.read(Files.read("examples/illustrative-history.yaml"));

    @Test void it_says_what_it_is() {
        assertThat(history.illustrative()).isTrue();
        assertThat(history.notice()).contains("Illustrative", "nothing in the source says");
        assertThat(new String(Files.read("examples/illustrative-history.yaml"), UTF_8)).startsWith("# ILLUSTRATIVE.");
    }

    @Test void every_act_is_a_command_in_the_order_of_days() {
        int added = IntStream.range(0, history.acts().size()).filter(i -> history.acts().get(i).command() instanceof GiveMandate c
                && "finance".equals(c.scope().type())).findFirst().orElseThrow();
        assertThat(history.acts().subList(0, added)).hasSizeGreaterThan(40).extracting(Act::on).isSorted();
        assertThat(history.acts().subList(added, history.acts().size())).hasSizeGreaterThan(10).extracting(Act::on).isSorted();
        assertThat(history.acts()).extracting(a -> a.by().value())
            .containsOnly("police", "scc", "ssotp", "social-care", "programme", "chair");
    }

    @Test void every_act_is_on_an_action_of_the_example() {
        Set<ActionId> actions = Files.plan(Files.example()).things().actions().stream().map(a -> a.action())
            .collect(Collectors.toSet());
        assertThat(history.acts()).extracting(Act::command).filteredOn(PlanItemCommand.OnAction.class::isInstance)
            .allSatisfy(c -> assertThat(actions).contains(((PlanItemCommand.OnAction) c).action()));
    }

    @Test void what_is_not_labelled_or_no_command_is_refused() {
        String text = new String(Files.read("examples/illustrative-history.yaml"), UTF_8);
        assertRefused(text.replace("illustrative: true", "illustrative: false"));
        assertRefused(text.replace("command: closeItem", "command: openItem"));
        assertRefused(text.replace("{itemId: item-mash.logistics}", "{itemId: item-mash.logistics, extra: 1}"));
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> IllustrativeHistoryReader.read(text.getBytes(UTF_8)))
            .isInstanceOf(RuntimeException.class);
    }
}
