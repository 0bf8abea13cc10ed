package org.concordat.query.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.concordat.api.Hash;
import java.time.LocalDate;
import java.util.List;
import org.concordat.api.PersonId;
import org.concordat.api.importing.ImportCommand.BeginImport;
import org.concordat.api.partnership.PartnershipCommand.EstablishPartnership;
import org.junit.jupiter.api.Test;

class PlanCommandsTest {

    private static final String HASH = Hash.of(Files.SMALL.getBytes(UTF_8)).value();
    private static final String START = "import:" + HASH.substring(0, 16) + ":";

    private final PlanCommands commands = new PlanCommands(Files.plan(Files.SMALL), HASH);

    @Test void the_order_and_the_ids() {
        assertThat(commands.things()).extracting(Step::commandId).containsExactly(
            START + "partner-mash.police:admit", START + "partner-mash.scc:admit", START + "board-mash.sscb:register",
            START + "finding-mash.8c:register", START + "item-mash.leadership:draw-up",
            START + "action-mash.leadership.A06:agree", START + "action-mash.leadership.A06:assign-lead");
        assertThat(commands.establish(new PersonId("programme")).commandId())
            .isEqualTo(START + "partnership-mash:establish");
        assertThat(commands.complete().commandId()).isEqualTo(START + "partnership-mash:complete-import");
        assertThat(commands.things()).extracting(Step::effectiveOn).containsOnly(LocalDate.of(2012, 11, 30));
    }

    @Test void the_beginning_announces_what_follows() {
        assertThat(commands.begin().command()).isInstanceOfSatisfying(BeginImport.class,
            c -> assertThat(c.commands()).isEqualTo(commands.things().size() + 1));
        assertThat(commands.establish(new PersonId("programme")).command())
            .isInstanceOfSatisfying(EstablishPartnership.class,
            c -> assertThat(c.programmeOffice().value()).isEqualTo("programme"));
    }

    @Test void the_same_file_gives_the_same_commands() {
        List<Step> again = new PlanCommands(Files.plan(Files.SMALL), HASH).things();
        assertThat(again).extracting(Step::commandId).containsExactlyElementsOf(
            commands.things().stream().map(Step::commandId).toList());
        assertThat(again).extracting(Step::command).containsExactlyElementsOf(
            commands.things().stream().map(Step::command).toList());
    }

    @Test void every_command_of_the_example_has_an_id_of_its_own() {
        PlanCommands whole = new PlanCommands(Files.plan(Files.example()), Hash.of(Files.example()).value());
        // 4 partners, 2 boards, 22 findings, 12 items, 19 actions, 18 leads, and the completion
        assertThat(whole.total()).isEqualTo(78);
        assertThat(whole.things()).extracting(Step::commandId).doesNotHaveDuplicates().hasSize(77);
    }
}
