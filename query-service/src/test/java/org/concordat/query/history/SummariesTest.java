package org.concordat.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Story.A06;
import static org.concordat.query.ledger.Story.BY_POLICE;
import static org.concordat.query.ledger.Story.BY_SCC;
import static org.concordat.query.ledger.Story.LEADERSHIP;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.MARCH;
import static org.concordat.query.ledger.Story.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.concordat.api.Contract;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.DisposalReason;
import org.concordat.api.partnership.PartnershipEvent.AppointmentEnded;
import org.concordat.api.partnership.PartnershipEvent.ImportBegun;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.api.partnership.PartnershipEvent.PlanImported;
import org.concordat.api.partnership.PartnershipEvent.RecordCorrected;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemEvent.ActionCancelled;
import org.concordat.api.planitem.PlanItemEvent.CompletionRejected;
import org.concordat.api.planitem.PlanItemEvent.CompletionVerified;
import org.concordat.api.planitem.PlanItemEvent.ItemClosed;
import org.concordat.api.planitem.PlanItemEvent.LeadDeclined;
import org.concordat.api.planitem.PlanItemEvent.ProgressReported;
import org.concordat.query.ledger.CommittedSamples;
import org.concordat.query.ledger.DecidedSamples;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Story;
import org.concordat.query.moment.PartnershipView;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class SummariesTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private final Story story = Story.led()
        .then(Story.OFFICE, "05-21", Story.assigned(new Lead.Jointly(List.of(BY_POLICE, BY_SCC,
            new Lead.AsPrinted(text("JM")), new Lead.Post(text("OD"), Story.SCC)), Story.POLICE)))
        .then(Story.COUNCIL, "05-21", new LeadDeclined(LEADERSHIP, A06, 2, BY_SCC, text("No capacity")))
        .then(Story.PC, "05-21", new ProgressReported(LEADERSHIP, A06, 1, text("Half way"), null))
        .then(Story.PC, "05-22", new CompletionVerified(LEADERSHIP, A06, 2))
        .then(Story.PC, "05-22", new CompletionRejected(LEADERSHIP, A06, 2, text("Minutes missing")))
        .then(Story.OFFICE, "05-23", new ActionCancelled(LEADERSHIP, A06, text("No longer needed")))
        .then(Story.OFFICE, "05-24", new ItemClosed(LEADERSHIP))
        .then(Story.OFFICE, "05-24", new AppointmentEnded(MASH, new AppointmentId("appointment-mash.scc"),
            Story.day("05-24"), text("Moved on")))
        .then(Story.OFFICE, "05-25", new RecordCorrected(MASH, new EntryId("entry-item-mash.leadership@3"),
            text("Wrong"), null))
        .then(Story.OFFICE, "05-25", new PayloadDisposedOf(MASH, new EntryId("entry-item-mash.leadership@3"),
            DisposalReason.NAMES_A_PERSON, new Hash(HASH)))
        .then(Story.OFFICE, "05-25", new ImportBegun(MASH, HASH, 40, true))
        .then(Story.OFFICE, "05-25", new PlanImported(MASH, HASH));

    @Test void every_event_reads_like_a_line_of_the_minutes() throws IOException {
        story.ledger.addUnknown(LEADERSHIP.value(), Story.OFFICE, Story.day("05-26"), Story.noon("05-26"));
        PartnershipView view = PartnershipView.empty(MASH).after(story.ledger.all());
        String lines = story.ledger.all().stream().map(e -> Summaries.of(e, view.names()))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(lines).isEqualTo(new ClassPathResource("approved/summaries.txt")
                .getContentAsString(StandardCharsets.UTF_8));
    }

    @Test void every_event_of_committing_reads_like_a_line_of_the_minutes() throws IOException {
        Story money = Story.drawnUp();
        CommittedSamples.EVENTS.forEach(e -> money.then(Story.PC, "02-15", e));
        PartnershipView view = PartnershipView.empty(MASH).after(money.ledger.all());
        String lines = money.ledger.all().stream().skip(10).map(e -> Summaries.of(e, view.names()))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(lines).isEqualTo(new ClassPathResource("approved/committed-summaries.txt")
                .getContentAsString(StandardCharsets.UTF_8));
    }

    @Test void every_event_of_the_contract_is_among_them() {
        DecidedSamples.EVENTS.forEach(e -> story.then(Story.OFFICE, "06-15", e));
        CommittedSamples.EVENTS.forEach(e -> story.then(Story.OFFICE, "06-16", e));
        assertThat(story.ledger.all().stream().map(Entry::type).distinct())
            .containsExactlyInAnyOrderElementsOf(Contract.EVENTS.stream().map(Contract::nameOf).toList());
    }
}
