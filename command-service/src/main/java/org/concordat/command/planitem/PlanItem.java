package org.concordat.command.planitem;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.PlanItemCommand.*;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.api.planitem.PlanItemEvent.*;
import org.concordat.api.planitem.PlanItemRejection.*;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.jspecify.annotations.Nullable;

/** The rules of an item of the plan; those of one action are in {@link Action}. No clock, no Spring, no I/O. */
record PlanItem(@Nullable ItemId id, LocalDate since, boolean closed, Map<ActionId, Action> actions) {

    static final PlanItem NONE = new PlanItem(null, LocalDate.MIN, false, Map.of());

    List<PlanItemEvent> drawUp(DrawUpItem c, Act act) {
        if (id != null) throw new Rejected(new ItemAlreadyDrawnUp(id));
        if (!c.itemId().partnershipId().equals(c.partnershipId())) throw new Rejected(new NotFound(c.itemId().value()));
        c.findings().stream().filter(f -> !act.roll().findings().contains(f)).findFirst()
                .ifPresent(unknown -> { throw new Rejected(new NotFound(unknown.value())); });
        return List.of(new ItemDrawnUp(c.partnershipId(), c.itemId(), c.area(), c.title(), c.purpose(), c.challenges(),
                c.approach(), c.reviewQuestions(), c.findings(), c.component(), c.lens()));
    }

    List<PlanItemEvent> agree(AgreeAction c, Act act) {
        open(c.itemId());
        act.notBefore(since);
        if (!c.action().itemId().equals(c.itemId())) throw new Rejected(new NotFound(c.action().value()));
        if (actions.containsKey(c.action())) throw new Rejected(new ActionAlreadyAgreed(c.action()));
        return List.of(new ActionAgreed(c.itemId(), c.action(), c.code(), c.methods(), c.timescale(), c.leadAsPrinted()));
    }

    List<PlanItemEvent> on(ActionId action, Function<Action, List<PlanItemEvent>> rule) {
        Action found = actions.get(action);
        if (found == null) throw new Rejected(new NotFound(action.value()));
        open(action.itemId());
        return rule.apply(found);
    }

    List<PlanItemEvent> close(CloseItem c, Act act) {
        open(c.itemId());
        act.notBefore(since);
        List<ActionId> open = actions.values().stream().filter(a -> !a.standing().over()).map(Action::id).toList();
        if (!open.isEmpty()) throw new Rejected(new ActionsOpen(c.itemId(), open));
        actions.values().forEach(action -> act.notBefore(action.latest()));
        return List.of(new ItemClosed(c.itemId()));
    }

    private void open(ItemId meant) {
        if (id == null) throw new Rejected(new NotFound(meant.value()));
        if (closed) throw new Rejected(new ItemIsClosed(id));
    }

    PlanItem after(PlanItemEvent event, LocalDate on) {
        return switch (event) {
            case ItemDrawnUp e -> new PlanItem(e.itemId(), on, closed, actions);
            case ActionAgreed e -> with(Action.agreed(e, on));
            case OfAction e -> {
                Action action = actions.get(e.action());
                yield action == null ? this : with(action.after(e, on));
            }
            case ItemClosed _ -> new PlanItem(id, since, true, actions);
        };
    }

    private PlanItem with(Action action) {
        Map<ActionId, Action> next = new LinkedHashMap<>(actions);
        next.put(action.id(), action);
        return new PlanItem(id, since, closed, Collections.unmodifiableMap(next));
    }
}
