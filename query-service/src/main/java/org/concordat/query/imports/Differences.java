package org.concordat.query.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.concordat.api.EntryId;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemCommand.AgreeAction;
import org.concordat.api.planitem.PlanItemCommand.AssignLead;
import org.concordat.query.imports.Difference.Suggestion;
import org.concordat.query.imports.Difference.What;

/** Compares a file with the plan on record. Import never amends: each difference names the commands that would. */
final class Differences {

    private static final String REASON = "…";

    private final Suggestions suggest = new Suggestions();
    private final PlanFile file;
    private final PlanAsImported.State state;
    private final List<Difference> found = new ArrayList<>();

    private Differences(PlanFile file, PlanAsImported.State state) {
        this.file = file;
        this.state = state;
    }

    static List<Difference> between(PlanFile file, PlanAsImported.State state) {
        Differences differences = new Differences(file, state);
        differences.compare();
        return List.copyOf(differences.found);
    }

    private void compare() {
        if (!file.name().equals(state.name()) || !file.timeZone().equals(state.timeZone())
                || !file.planEnd().equals(state.planEnd())) {
            add(file.id(), What.PARTNERSHIP,
                "The partnership's name, time zone or plan end differ; they stay as established.");
        }
        PlanThings ours = file.things();
        PlanThings theirs = state.things();
        each(ours.partners(), theirs.partners(), c -> c.partner(), this::words);
        each(ours.boards(), theirs.boards(), c -> c.board(), this::words);
        each(ours.findings(), theirs.findings(), c -> c.finding(), this::words);
        each(ours.appointments(), theirs.appointments(), c -> c.appointment(), this::words);
        each(ours.items(), theirs.items(), c -> c.itemId(), (f, p) -> add(f.itemId(), What.WORDS,
            "The words of " + f.itemId() + " differ. What is drawn up stays; its entry can be marked as in error.",
            suggest.of("correctRecord", "partnershipId", file.id(), "entry", EntryId.of(f.itemId().value(), 1),
                "reason", REASON)));
        each(ours.actions(), theirs.actions(), c -> c.action(), this::action);
        ours.leads().keySet().stream().sorted(Comparator.comparing(ActionId::value)).forEach(this::lead);
    }

    private <C> void each(List<C> ours, List<C> theirs, Function<C, Object> id, BiConsumer<C, C> changed) {
        Map<Object, C> there = byId(theirs, id);
        Map<Object, C> here = byId(ours, id);
        here.forEach((key, mine) -> {
            C plans = there.get(key);
            if (plans == null) {
                add(key, What.NOT_IN_PLAN, "The file has " + key + "; the plan does not.", suggest.of(mine));
            } else if (!plans.equals(mine)) {
                changed.accept(mine, plans);
            }
        });
        there.keySet().stream().filter(key -> !here.containsKey(key)).forEach(this::surplus);
    }

    /** Only an action can be taken back; what else is on record stays. Appointments come and go beside the plan. */
    private void surplus(Object id) {
        if (id instanceof AppointmentId || id instanceof ActionId action && state.over().contains(action)) return;
        String sentence = "The plan has " + id + "; the file does not.";
        if (id instanceof ActionId) {
            add(id, What.NOT_IN_FILE, sentence, suggest.of("cancelAction", "action", id, "reason", REASON));
        } else {
            add(id, What.NOT_IN_FILE, sentence + " It stays on record.");
        }
    }

    private void words(Object mine, Object plans) {
        Object id = suggest.idOf(mine);
        add(id, What.WORDS, "The words of " + id + " differ; they stay as registered.");
    }

    private void action(AgreeAction mine, AgreeAction plans) {
        ActionId id = mine.action();
        if (!mine.timescale().equals(plans.timescale())) {
            add(id, What.TIMESCALE, "The file prints \"" + mine.timescale().printed() + "\" for " + id + ", the plan \""
                + plans.timescale().printed() + "\".",
                suggest.of("deferAction", "action", id, "to", mine.timescale(), "reason", REASON));
        }
        AgreeAction alike = new AgreeAction(mine.itemId(), id, mine.code(), mine.methods(), plans.timescale(),
            mine.leadAsPrinted());
        if (!alike.equals(plans)) {
            add(id, What.WORDS, "The words of " + id + " differ. It can be cancelled and agreed anew.",
                suggest.of("cancelAction", "action", id, "reason", REASON), suggest.renewed(mine));
        }
    }

    private void lead(ActionId id) {
        Lead mine = file.things().leads().get(id);
        Lead plans = state.things().leads().get(id);
        if (mine != null && !mine.equals(plans)) {
            add(id, plans == null ? What.NOT_IN_PLAN : What.LEAD, plans == null
                ? "The file has a lead for " + id + "; the plan has none."
                : "The file and the plan have different leads for " + id + ".", suggest.of(new AssignLead(id, mine)));
        }
    }

    private void add(Object thing, What what, String sentence, Suggestion... commands) {
        found.add(new Difference(thing.toString(), what, sentence, List.of(commands)));
    }

    private static <C> Map<Object, C> byId(List<C> those, Function<C, Object> id) {
        return those.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }
}
