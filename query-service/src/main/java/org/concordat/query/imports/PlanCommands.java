package org.concordat.query.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.concordat.api.PersonId;
import org.concordat.api.importing.ImportCommand.BeginImport;
import org.concordat.api.importing.ImportCommand.CompleteImport;
import org.concordat.api.partnership.PartnershipCommand.EstablishPartnership;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemCommand.AgreeAction;
import org.concordat.api.planitem.PlanItemCommand.AssignLead;
import org.concordat.api.planitem.PlanItemCommand.DrawUpItem;

/** A plan as the ordered commands that make it; the same file always gives the same commands with the same ids. */
final class PlanCommands {

    private final PlanFile plan;
    private final String fileHash;
    private final List<Step> steps = new ArrayList<>();

    PlanCommands(PlanFile plan, String fileHash) {
        this.plan = plan;
        this.fileHash = fileHash;
    }

    Step establish(PersonId programmeOffice) {
        return step(plan.id(), "establish", new EstablishPartnership(plan.id(), plan.name(), plan.timeZone(),
            plan.planEnd(), programmeOffice), state -> true);
    }

    /** What stands at the gate: the write side answers it only to who may import, and once for one file. */
    Step begin() {
        return step(plan.id(), "begin-import",
            new BeginImport(plan.id(), fileHash, total(), plan.effectiveDayAssumed()), this::isBegun);
    }

    Step complete() {
        return step(plan.id(), "complete-import", new CompleteImport(plan.id(), fileHash),
            state -> isBegun(state) && state.finished());
    }

    /** How many commands follow the beginning, the completion included. */
    int total() {
        return plan.things().count() + 1;
    }

    List<Step> things() {
        if (!steps.isEmpty()) return steps;
        PlanThings t = plan.things();
        t.partners().forEach(c -> steps.add(step(c.partner(), "admit", c,
            s -> has(s.things().partners(), c, p -> p.partner()))));
        t.boards().forEach(c -> steps.add(step(c.board(), "register", c,
            s -> has(s.things().boards(), c, b -> b.board()))));
        t.findings().forEach(c -> steps.add(step(c.finding(), "register", c,
            s -> has(s.things().findings(), c, f -> f.finding()))));
        t.appointments().forEach(c -> steps.add(step(c.appointment(), "appoint", c,
            s -> has(s.things().appointments(), c, a -> a.appointment()))));
        t.items().forEach(this::item);
        return steps;
    }

    private void item(DrawUpItem c) {
        steps.add(step(c.itemId(), "draw-up", c, s -> has(s.things().items(), c, i -> i.itemId())));
        plan.things().actions().stream().filter(a -> a.itemId().equals(c.itemId())).forEach(this::action);
    }

    private void action(AgreeAction c) {
        steps.add(step(c.action(), "agree", c, s -> has(s.things().actions(), c, a -> a.action())));
        Lead lead = plan.things().leads().get(c.action());
        if (lead != null) {
            steps.add(step(c.action(), "assign-lead", new AssignLead(c.action(), lead),
                s -> s.things().leads().containsKey(c.action())));
        }
    }

    private boolean isBegun(PlanAsImported.State state) {
        return state.fileHash().filter(fileHash::equals).isPresent();
    }

    private Step step(Object thing, String verb, Object command, Predicate<PlanAsImported.State> isThere) {
        String commandId = "import:" + fileHash.substring(0, 16) + ":" + thing + ":" + verb;
        return new Step(commandId, command, plan.effectiveOn(), isThere);
    }

    private static <C> boolean has(List<C> those, C wanted, Function<C, Object> id) {
        return those.stream().map(id).anyMatch(id.apply(wanted)::equals);
    }
}
