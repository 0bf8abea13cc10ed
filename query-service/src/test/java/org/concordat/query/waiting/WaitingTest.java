package org.concordat.query.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Story.A06;
import static org.concordat.query.ledger.Story.BY_POLICE;
import static org.concordat.query.ledger.Story.BY_SCC;
import static org.concordat.query.ledger.Story.LEADERSHIP;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.POLICE;
import static org.concordat.query.ledger.Story.SCC;
import static org.concordat.query.ledger.Story.text;

import java.util.List;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemEvent.ActionCancelled;
import org.concordat.api.planitem.PlanItemEvent.CompletionReported;
import org.concordat.api.planitem.PlanItemEvent.LeadAccepted;
import org.concordat.api.planitem.PlanItemEvent.LeadHandedOver;
import org.concordat.query.ledger.Story;
import org.concordat.query.moment.PartnershipView;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private final Story story = Story.drawnUp();

    @Test void a_lead_waits_for_its_partner() {
        story.then(Story.OFFICE, "01-10", Story.assigned(BY_POLICE));
        assertThat(sentences(POLICE)).containsExactly("The lead of A06 waits for Police to accept it.");
        assertThat(sentences(SCC)).isEmpty();
    }

    @Test void a_hand_over_waits_for_whom_it_is_offered_to() {
        accepted().then(Story.PC, "02-02", new LeadHandedOver(LEADERSHIP, A06, 1, BY_POLICE, BY_SCC, text("Closer")));
        assertThat(sentences(SCC)).containsExactly("Police offers SCC the lead of A06.");
        assertThat(sentences(POLICE)).isEmpty();
    }

    @Test void a_completion_waits_for_everybody_but_its_own_partner() {
        accepted().then(Story.PC, "03-01", new CompletionReported(LEADERSHIP, A06, 1, new PersonId("police"), null));
        assertThat(sentences(SCC)).containsExactly("Police reported A06 complete; another partner verifies it.");
        assertThat(sentences(POLICE)).isEmpty();
    }

    @Test void whoever_reported_for_a_board_does_not_verify_it() {
        Lead.Board board = new Lead.Board(new org.concordat.api.partnership.BoardId("board-mash.sscb"));
        story.then(Story.OFFICE, "01-10", Story.assigned(board)).then(Story.PC, "02-01",
            new LeadAccepted(LEADERSHIP, A06, 1, board)).then(Story.PC, "03-01",
            new CompletionReported(LEADERSHIP, A06, 1, new PersonId("police"), null));
        assertThat(sentences(SCC)).containsExactly("SSCB reported A06 complete; another partner verifies it.");
        assertThat(sentences(POLICE)).isEmpty();
    }

    @Test void nothing_waits_once_it_is_over() {
        story.then(Story.OFFICE, "01-10", Story.assigned(BY_POLICE))
            .then(Story.OFFICE, "01-11", new ActionCancelled(LEADERSHIP, A06, text("Not needed")));
        assertThat(sentences(POLICE)).isEmpty();
    }

    private Story accepted() {
        return story.then(Story.OFFICE, "01-10", Story.assigned(BY_POLICE))
            .then(Story.PC, "02-01", new LeadAccepted(LEADERSHIP, A06, 1, BY_POLICE));
    }

    private List<String> sentences(PartnerId partner) {
        return Waiting.of(PartnershipView.empty(MASH).after(story.ledger.all()), partner).stream()
                .map(Waiting::sentence).toList();
    }
}
