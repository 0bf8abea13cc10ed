package org.concordat.command.decision;

import static org.concordat.command.Hub.*;
import static org.concordat.command.decision.Facts.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Rejection;
import org.concordat.api.decision.DecisionCommand;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DueCommand.*;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.command.Page;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.concordat.command.act.Desk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every command in every standing of a decision; the same table is the page in docs/. */
class StandingTableTest {

    private static final Act CHAIR = act("chair", AppointmentKind.CHAIR, null);
    private static final Act SECRETARY = act("secretary", AppointmentKind.SECRETARY, null);
    private static final Act POLICE_ACT = act("police", AppointmentKind.REPRESENTATIVE, POLICE);
    private static final Act SSOTP_ACT = act("ssotp", AppointmentKind.REPRESENTATIVE, SSOTP);
    private static final Act CONCORDAT = act(Desk.CONCORDAT.value(), null, null);
    private static final ProvisoId POLICES = ProvisoId.of(D.value(), POLICE, 1);

    private static Act act(String person, @Nullable AppointmentKind kind, @Nullable PartnerId partner) {
        return new Act(new PersonId(person), partner, kind, TODAY, TODAY, VOTING);
    }

    private static final Map<Object, Act> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put(table(), POLICE_ACT);
        COMMANDS.put(new AmendProposal(D, SECOND, text("x")), POLICE_ACT);
        COMMANDS.put(record(AGREE), SSOTP_ACT);
        COMMANDS.put(change(AGREE), SSOTP_ACT);
        COMMANDS.put(recordFor(SSOTP, AGREE), SECRETARY);
        COMMANDS.put(new ConfirmPosition(D), SSOTP_ACT);
        COMMANDS.put(new ContestPosition(D, text("x")), SSOTP_ACT);
        COMMANDS.put(new UpholdObjection(D, SSOTP, text("x")), CHAIR);
        COMMANDS.put(new DismissObjection(D, SSOTP, text("x")), CHAIR);
        COMMANDS.put(new DeclareInterest(D, text("x")), SSOTP_ACT);
        COMMANDS.put(new Recuse(D, text("x")), SSOTP_ACT);
        COMMANDS.put(new ExtendDeadline(D, JULY, text("x")), CHAIR);
        COMMANDS.put(new GiveReasons(D, text("x"), List.of()), SECRETARY);
        COMMANDS.put(new CloseDecision(D), CHAIR);
        COMMANDS.put(new CloseAtDeadline(D, YESTERDAY), CONCORDAT);
        COMMANDS.put(new RatifyDecision(D, text("x")), CHAIR);
        COMMANDS.put(new SetReviewDate(D, JULY), CHAIR);
        COMMANDS.put(new SupersedeDecision(D, LATER), CHAIR);
        COMMANDS.put(new RescindDecision(D, text("x")), CHAIR);
        COMMANDS.put(new ReopenDecision(D, DEADLINE, text("x")), CHAIR);
        COMMANDS.put(new WithdrawProposal(D, text("x")), POLICE_ACT);
        COMMANDS.put(new MeetProviso(D, P1, text("x")), SSOTP_ACT);
        COMMANDS.put(new FailProviso(D, P1, text("x")), SSOTP_ACT);
        COMMANDS.put(new WaiveProviso(D, P1, text("x")), SSOTP_ACT);
        COMMANDS.put(new MeetProvisosTogether(D, Set.of(P1, POLICES), text("x")), CHAIR);
        COMMANDS.put(new LapseProviso(D, P1), CONCORDAT);
    }

    private static final Map<String, List<DecisionEvent>> STANDINGS = new LinkedHashMap<>();

    static {
        STANDINGS.put("not tabled", List.of());
        STANDINGS.put("open", List.of(tabled()));
        STANDINGS.put("agreed with provisos", with("open", ssotpSubjectTo(IF_POLICE),
                says(POLICE, subjectTo(IF_SSOTP), proviso(POLICE, 1, IF_SSOTP)), says(SCC, AGREE)));
        STANDINGS.put("recorded for the partner", with("open", saysFor(SSOTP, AGREE)));
        STANDINGS.put("objection raised", with("open", says(SSOTP, OBJECT), says(POLICE, AGREE), says(SCC, AGREE)));
        STANDINGS.put("objection tested", with("objection raised", new ObjectionUpheld(D, SSOTP, text("x"))));
        STANDINGS.put("amended", with("objection raised",
                new ProposalAmended(D, SECOND, Hash.of(SECOND), text("x"), Set.of(SSOTP, POLICE, SCC))));
        STANDINGS.put("recused", with("open", new PartnerRecused(D, SSOTP, text("x"))));
        STANDINGS.put("deadline passed", List.of(due(CONSENT), ssotpSubjectTo(BY_JULY)));
        STANDINGS.put("adopted", with("agreed with provisos", adopted()));
        STANDINGS.put("adopted, reasons given, ratified", with("adopted", new ReasonsGiven(D, text("x"), List.of()),
                new DecisionRatified(D, text("x"))));
        STANDINGS.put("not adopted", with("agreed with provisos", notAdopted()));
        STANDINGS.put("reopened", with("adopted", reopened()));
        STANDINGS.put("withdrawn", with("open", new ProposalWithdrawn(D, text("x"))));
        STANDINGS.put("superseded", with("adopted", new DecisionSuperseded(D, LATER)));
        STANDINGS.put("rescinded", with("adopted", new DecisionRescinded(D, text("x"))));
    }

    private static List<DecisionEvent> with(String standing, DecisionEvent... more) {
        List<DecisionEvent> events = new ArrayList<>(STANDINGS.get(standing));
        events.addAll(List.of(more));
        return events;
    }

    @Test void the_page_in_docs_is_what_is_decided() throws IOException {
        Page.approve("decision.md", """
                # Every command in every standing of a decision

                Police tabled it; Police, SCC and SSOTP are eligible, and what a partner says is said by SSOTP. Each command
                is given by somebody whose appointment allows it (see authority.md), CloseAtDeadline and LapseProviso by
                Concordat itself. SSOTP's proviso waits for Police, and theirs for SSOTP. "yes" makes an event; a code is the
                refusal, and nothing happens. This page is written by a test from what is decided.

                """ + Page.standings(COMMANDS.keySet(), STANDINGS,
                        command -> command.getClass().getSimpleName(), StandingTableTest::outcome));
    }

    private static String outcome(List<DecisionEvent> events, Object command) {
        Decision decision = Decision.NONE;
        for (DecisionEvent event : events) decision = decision.after(event, START);
        try {
            return decide(decision, command, COMMANDS.get(command)).isEmpty() ? "nothing" : "yes";
        } catch (Rejected refused) {
            return ((Rejection) refused.getDetails().orElseThrow()).code();
        }
    }

    private static List<DecisionEvent> decide(Decision d, Object command, Act act) {
        return switch (command) {
            case DecisionCommand c -> decide(d, c, act);
            case CloseAtDeadline c -> d.closing(c.decisionId(), act).close(c, act);
            case LapseProviso c -> d.judging(c.decisionId()).lapse(c, act);
            default -> throw new IllegalStateException();
        };
    }

    private static List<DecisionEvent> decide(Decision d, DecisionCommand command, Act act) {
        return switch (command) {
            case TableProposal c -> d.table(c, act, _ -> Optional.empty());
            case AmendProposal c -> d.amend(c, act, _ -> Optional.empty());
            case RecordPosition c -> d.talking(D, act).record(c, act);
            case ChangePosition c -> d.talking(D, act).change(c, act);
            case RecordPositionFor c -> d.talking(D, act).recordFor(c, act);
            case ConfirmPosition c -> d.confirm(c, act);
            case ContestPosition c -> d.talking(D, act).contest(c, act);
            case UpholdObjection c -> d.talking(D, act).uphold(c, act);
            case DismissObjection c -> d.talking(D, act).dismiss(c, act);
            case DeclareInterest c -> d.talking(D, act).declare(c, act);
            case Recuse c -> d.talking(D, act).recuse(c, act);
            case ExtendDeadline c -> d.talking(D, act).extend(c, act);
            case GiveReasons c -> d.giveReasons(c, act);
            case CloseDecision c -> d.closing(D, act).close(c, act);
            case RatifyDecision c -> d.aftermath(D, act).ratify(c);
            case SetReviewDate c -> d.aftermath(D, act).review(c, act);
            case SupersedeDecision c -> d.aftermath(D, act).supersede(c, act, _ -> true);
            case RescindDecision c -> d.aftermath(D, act).rescind(c, act);
            case ReopenDecision c -> d.aftermath(D, act).reopen(c, act);
            case WithdrawProposal c -> d.withdraw(c, act);
            case MeetProviso c -> d.judging(D).meet(c, act, _ -> true);
            case FailProviso c -> d.judging(D).fail(c, act);
            case WaiveProviso c -> d.judging(D).waive(c, act);
            case MeetProvisosTogether c -> d.judging(D).meet(c, act);
        };
    }
}
