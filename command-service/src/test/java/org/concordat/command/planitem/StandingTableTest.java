package org.concordat.command.planitem;

import static org.concordat.command.Hub.*;
import static org.concordat.command.planitem.Facts.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.api.PersonId;
import org.concordat.api.Rejection;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.planitem.PlanItemCommand;
import org.concordat.api.planitem.PlanItemCommand.*;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.api.planitem.PlanItemEvent.ItemClosed;
import org.concordat.command.Page;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every command in every standing of an item; the same table is the page in docs/. */
class StandingTableTest {

    private static final Act OFFICE_ACT = act(OFFICE, AppointmentKind.PROGRAMME_OFFICE, null);
    private static final Act POLICE_ACT = act("police", AppointmentKind.REPRESENTATIVE, POLICE);
    private static final Act SCC_ACT = act("scc", AppointmentKind.REPRESENTATIVE, SCC);

    private static Act act(String person, AppointmentKind kind, @Nullable PartnerId partner) {
        return new Act(new PersonId(person), partner, kind, TODAY, TODAY, ROLL);
    }

    private static final Map<PlanItemCommand, Act> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put(drawUp(), OFFICE_ACT);
        COMMANDS.put(agree(), OFFICE_ACT);
        COMMANDS.put(new AssignLead(A06, POLICE_LEAD), OFFICE_ACT);
        COMMANDS.put(new AcceptLead(A06), POLICE_ACT);
        COMMANDS.put(new DeclineLead(A06, text("x")), POLICE_ACT);
        COMMANDS.put(new HandOverLead(A06, SSOTP, text("x")), POLICE_ACT);
        COMMANDS.put(new StartAction(A06), POLICE_ACT);
        COMMANDS.put(new ReportProgress(A06, text("x"), null), POLICE_ACT);
        COMMANDS.put(new ReportComplete(A06, null), POLICE_ACT);
        COMMANDS.put(new VerifyCompletion(A06, null), SCC_ACT);
        COMMANDS.put(new RejectCompletion(A06, null, text("x")), SCC_ACT);
        COMMANDS.put(new DeferAction(A06, MAY, text("x")), OFFICE_ACT);
        COMMANDS.put(new CancelAction(A06, text("x")), OFFICE_ACT);
        COMMANDS.put(new CloseItem(LEADERSHIP), OFFICE_ACT);
    }

    private static final Map<String, List<PlanItemEvent>> STANDINGS = new LinkedHashMap<>();

    static {
        STANDINGS.put("not drawn up", List.of());
        STANDINGS.put("drawn up", List.of(drawnUp()));
        STANDINGS.put("agreed", List.of(drawnUp(), agreed()));
        STANDINGS.put("lead assigned", List.of(drawnUp(), agreed(), assigned(POLICE_LEAD)));
        STANDINGS.put("declined", List.of(drawnUp(), agreed(), assigned(POLICE_LEAD), declined(1, POLICE)));
        STANDINGS.put("accepted", List.of(drawnUp(), agreed(), assigned(POLICE_LEAD), accepted(1, POLICE)));
        STANDINGS.put("handed over", with("accepted", handedOver(1, POLICE, SCC)));
        STANDINGS.put("started", with("accepted", started()));
        STANDINGS.put("reported", with("started", reported(1, "police")));
        STANDINGS.put("verified", with("reported", verified(1)));
        STANDINGS.put("cancelled", with("accepted", cancelled()));
        STANDINGS.put("closed", with("verified", new ItemClosed(LEADERSHIP)));
    }

    private static List<PlanItemEvent> with(String standing, PlanItemEvent more) {
        List<PlanItemEvent> events = new ArrayList<>(STANDINGS.get(standing));
        events.add(more);
        return events;
    }

    @Test void the_page_in_docs_is_what_is_decided() throws IOException {
        Page.approve("plan-item.md", """
                # Every command in every standing of an item

                The item has one action, led by Police. Each command is given by somebody whose appointment allows it (see
                authority.md); VerifyCompletion and RejectCompletion by another partner. "yes" makes an event; a code is the refusal,
                and nothing happens. This page is written by a test from what is decided.

                """ + Page.standings(COMMANDS.keySet(), STANDINGS,
                        command -> command.getClass().getSimpleName(), StandingTableTest::outcome));
    }

    private static String outcome(List<PlanItemEvent> events, PlanItemCommand command) {
        PlanItem item = PlanItem.NONE;
        for (PlanItemEvent event : events) item = item.after(event, START);
        try {
            return decide(item, command, COMMANDS.get(command)).isEmpty() ? "nothing" : "yes";
        } catch (Rejected refused) {
            return ((Rejection) refused.getDetails().orElseThrow()).code();
        }
    }

    private static List<PlanItemEvent> decide(PlanItem item, PlanItemCommand command, Act act) {
        return switch (command) {
            case DrawUpItem c -> item.drawUp(c, act);
            case AgreeAction c -> item.agree(c, act);
            case AssignLead c -> item.on(c.action(), a -> a.assign(c, act));
            case AcceptLead c -> item.on(c.action(), a -> a.accept(act));
            case DeclineLead c -> item.on(c.action(), a -> a.decline(c, act));
            case HandOverLead c -> item.on(c.action(), a -> a.handOver(c, act));
            case StartAction c -> item.on(c.action(), a -> a.start(act));
            case ReportProgress c -> item.on(c.action(), a -> a.progress(c, act));
            case ReportComplete c -> item.on(c.action(), a -> a.complete(c, act));
            case VerifyCompletion c -> item.on(c.action(), a -> a.verify(c, act));
            case RejectCompletion c -> item.on(c.action(), a -> a.reject(c, act));
            case DeferAction c -> item.on(c.action(), a -> a.defer(c, act));
            case CancelAction c -> item.on(c.action(), a -> a.cancel(c, act));
            case CloseItem c -> item.close(c, act);
        };
    }
}
