package org.concordat.command.commitment;

import static org.concordat.command.Hub.*;
import static org.concordat.command.commitment.Facts.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.api.PersonId;
import org.concordat.api.Rejection;
import org.concordat.api.commitment.CommitmentCommand;
import org.concordat.api.commitment.CommitmentCommand.*;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.commitment.CommitmentEvent.*;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.commitment.Investment;
import org.concordat.api.decision.DueCommand.*;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.api.proviso.Provisos;
import org.concordat.command.Page;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.concordat.command.act.Desk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every command in every standing of a commitment; the same table is the page in docs/. */
class StandingTableTest {

    private static final Act POLICE_ACT = act("police", AppointmentKind.REPRESENTATIVE, POLICE);
    private static final Act SECRETARY = act("secretary", AppointmentKind.SECRETARY, null);
    private static final Act CONCORDAT = act(Desk.CONCORDAT.value(), null, null);
    private static final Known ELSEWHERE = new Known() {
        @Override public boolean inForce(DocumentId document) { return true; }

        @Override public Provisos provisos(CommitmentId commitment) {
            return Provisos.NONE.with(proviso(SCCS, SCC, 1, IF_POLICE, START));
        }

        @Override public void thereIs(@Nullable Investment investment, PartnershipId partnership) {}
    };
    private static final ProvisoTerms PAST = new ProvisoTerms.ByDate(text("x"), TODAY.minusDays(1));
    private static final Proviso FIRST = proviso(C, POLICE, 1, IF_SCC, START);
    private static final Map<Object, Act> COMMANDS = new LinkedHashMap<>();
    private static final Map<String, List<CommitmentEvent>> STANDINGS = new LinkedHashMap<>();

    private static Act act(String person, @Nullable AppointmentKind kind, @Nullable PartnerId partner) {
        return new Act(new PersonId(person), partner, kind, TODAY, TODAY, FUNDED);
    }

    static {
        COMMANDS.put(offer(), POLICE_ACT);
        COMMANDS.put(new AttachProviso(C, BY_JULY), POLICE_ACT);
        COMMANDS.put(new ConfirmCommitment(C), POLICE_ACT);
        COMMANDS.put(vary("10000", "5000", "10000"), POLICE_ACT);
        COMMANDS.put(withdraw(Y14), POLICE_ACT);
        COMMANDS.put(new DescribeInvestment(C, STAFF), POLICE_ACT);
        COMMANDS.put(new MeetCommitmentProviso(C, P1, text("x")), POLICE_ACT);
        COMMANDS.put(new FailCommitmentProviso(C, P1, text("x")), POLICE_ACT);
        COMMANDS.put(new WaiveCommitmentProviso(C, P1, text("x")), POLICE_ACT);
        COMMANDS.put(new MeetCommitmentProvisosTogether(C, Set.of(P1, S1), text("x")), SECRETARY);
        COMMANDS.put(new JoinCommitmentProvisos(C, SCCS, Set.of(P1, S1), text("x")), CONCORDAT);
        COMMANDS.put(new LapseCommitmentProviso(C, P1), CONCORDAT);
        COMMANDS.put(receive(Y12, "5"), SECRETARY);
        COMMANDS.put(new CloseFinanceYear(C, Y12, text("x")), SECRETARY);
        STANDINGS.put("not offered", List.of());
        STANDINGS.put("offered", List.of(offered()));
        STANDINGS.put("offered, with a proviso", with("offered", new ProvisoAttached(C, FIRST)));
        STANDINGS.put("conditional", with("offered, with a proviso", confirmed()));
        STANDINGS.put("conditional, past its day", List.of(offered(PAST), confirmed()));
        STANDINGS.put("firm", with("conditional", new CommitmentProvisoMet(C, P1, text("x"))));
        STANDINGS.put("loosened", with("conditional", failed()));
        STANDINGS.put("varied", with("loosened", varied(POLICES, "10000.00", "5000.00", "10000.00")));
        STANDINGS.put("first year closed", with("firm", closed("10000.00", "0.00", "-10000.00", "Late")));
        STANDINGS.put("last year withdrawn", with("firm", withdrawn(Y14)));
        STANDINGS.put("withdrawn", with("offered, with a proviso", withdrawn(Y12)));
    }

    private static List<CommitmentEvent> with(String standing, CommitmentEvent... more) {
        List<CommitmentEvent> events = new ArrayList<>(STANDINGS.get(standing));
        events.addAll(List.of(more));
        return events;
    }

    @Test void the_page_in_docs_is_what_is_decided() throws IOException {
        Page.approve("commitment.md", """
                # Every command in every standing of a commitment

                Police commit £10,000.00 a year for 2012/13 to 2014/15, within a mandate for £30,000.00 over all years; today is
                in 2013/14. The proviso waits for SCC, and SCC's own commitment waits for Police. The amount is received and the
                closing made for 2012/13, the withdrawal is from 2014/15 on. Each command is given by somebody whose appointment
                allows it (see authority.md), LapseCommitmentProviso and JoinCommitmentProvisos by Concordat itself. "yes" makes
                an event; a code is the refusal, and nothing happens. This page is written by a test from what is decided.

                """ + Page.standings(COMMANDS.keySet(), STANDINGS,
                        command -> command.getClass().getSimpleName(), StandingTableTest::outcome));
    }

    private static String outcome(List<CommitmentEvent> events, Object command) {
        Commitment commitment = Commitment.NONE;
        for (CommitmentEvent event : events) commitment = commitment.after(event, START);
        try {
            return decide(commitment, command, COMMANDS.get(command)).isEmpty() ? "nothing" : "yes";
        } catch (Rejected refused) {
            return ((Rejection) refused.getDetails().orElseThrow()).code();
        }
    }

    private static List<CommitmentEvent> decide(Commitment of, Object command, Act act) {
        return switch (command) {
            case CommitmentCommand c -> decide(of, c, act);
            case JoinCommitmentProvisos c -> of.judging(C).join(c);
            case LapseCommitmentProviso c -> of.judging(C).lapse(c, act);
            default -> throw new IllegalStateException();
        };
    }

    private static List<CommitmentEvent> decide(Commitment of, CommitmentCommand command, Act act) {
        return switch (command) {
            case OfferCommitment c -> of.offer(c, act, ELSEWHERE);
            case AttachProviso c -> of.attach(c, act);
            case ConfirmCommitment c -> of.confirm(c, act);
            case VaryCommitment c -> of.revising(C, act).vary(c);
            case WithdrawCommitment c -> of.revising(C, act).withdraw(c);
            case DescribeInvestment c -> of.describe(c, act, ELSEWHERE);
            case MeetCommitmentProviso c -> of.judging(C).meet(c, act, ELSEWHERE);
            case FailCommitmentProviso c -> of.judging(C).fail(c, act);
            case WaiveCommitmentProviso c -> of.judging(C).waive(c, act);
            case MeetCommitmentProvisosTogether c -> of.judging(C).meet(c, act, ELSEWHERE);
            case ReceiveContribution c -> of.booking(C).receive(c, act);
            case CloseFinanceYear c -> of.booking(C).close(c, act);
        };
    }
}
