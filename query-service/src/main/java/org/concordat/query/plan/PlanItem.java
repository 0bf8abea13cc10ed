package org.concordat.query.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.api.Text;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.SevenS;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.OdComponent;
import org.concordat.api.planitem.PlanArea;
import org.concordat.api.planitem.PlanItemEvent.ItemDrawnUp;
import org.concordat.query.partnership.Act;
import org.jspecify.annotations.Nullable;

/** An item of the plan as it stands at a moment. */
public record PlanItem(ItemDrawnUp terms, Act drawnUp, long version, Map<ActionId, Action> actionsById,
                       @Nullable Act closed) {

    public ItemId id() { return terms.itemId(); }

    public PlanArea area() { return terms.area(); }

    public Text title() { return terms.title(); }

    public List<Text> purpose() { return terms.purpose(); }

    public List<Text> challenges() { return terms.challenges(); }

    public List<Text> approach() { return terms.approach(); }

    public List<Text> reviewQuestions() { return terms.reviewQuestions(); }

    public Set<FindingId> findingIds() { return terms.findings(); }

    public OdComponent component() { return terms.component(); }

    public @Nullable SevenS lens() { return terms.lens(); }

    public List<Action> actions() { return List.copyOf(actionsById.values()); }

    PlanItem at(long newest) {
        return new PlanItem(terms, drawnUp, Math.max(version, newest), actionsById, closed);
    }

    PlanItem with(Action action) {
        Map<ActionId, Action> actions = new LinkedHashMap<>(actionsById);
        actions.put(action.id(), action);
        return new PlanItem(terms, drawnUp, version, Collections.unmodifiableMap(actions), closed);
    }

    PlanItem closed(Act act) {
        return new PlanItem(terms, drawnUp, version, actionsById, act);
    }
}
