package org.concordat.query.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.api.planitem.PlanItemEvent.ActionAgreed;
import org.concordat.api.planitem.PlanItemEvent.ItemClosed;
import org.concordat.api.planitem.PlanItemEvent.ItemDrawnUp;
import org.concordat.query.ledger.Entry;
import org.concordat.query.partnership.Act;
import org.jspecify.annotations.Nullable;

/** The plan: a pure fold of the events of its items. What answers to nothing it has met is left out, never guessed. */
public record PlanView(Map<String, PlanItem> itemsById) {

    public static final PlanView NONE = new PlanView(Map.of());

    public PlanView after(List<Entry> entries) {
        Map<String, PlanItem> items = new LinkedHashMap<>(itemsById);
        entries.forEach(entry -> fold(items, entry));
        return new PlanView(Collections.unmodifiableMap(items));
    }

    private static void fold(Map<String, PlanItem> items, Entry entry) {
        if (entry.event() instanceof PlanItemEvent event) fold(items, event, Act.of(entry));
        items.computeIfPresent(entry.subject(), (id, item) -> item.at(entry.version()));
    }

    private static void fold(Map<String, PlanItem> items, PlanItemEvent event, Act act) {
        String id = event.itemId().value();
        switch (event) {
            case ItemDrawnUp e -> items.putIfAbsent(id, new PlanItem(e, act, 0, Map.of(), null));
            case ItemClosed e -> items.computeIfPresent(id, (key, item) -> item.closed(act));
            case PlanItemEvent.OfAction e -> items.computeIfPresent(id, (key, item) -> fold(item, e, act));
        }
    }

    private static PlanItem fold(PlanItem item, PlanItemEvent.OfAction event, Act act) {
        Action action = item.actionsById().get(event.action());
        if (action != null) return item.with(action.after(event, act));
        return event instanceof ActionAgreed agreed ? item.with(Action.agreed(agreed, act)) : item;
    }

    public Stream<PlanItem> items() {
        return itemsById.values().stream();
    }

    public Stream<Action> actions() {
        return items().flatMap(item -> item.actionsById().values().stream());
    }

    public @Nullable PlanItem item(ItemId id) {
        return itemsById.get(id.value());
    }

    public @Nullable Action action(ActionId id) {
        PlanItem item = item(id.itemId());
        return item == null ? null : item.actionsById().get(id);
    }
}
