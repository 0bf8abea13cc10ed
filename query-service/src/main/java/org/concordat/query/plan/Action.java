package org.concordat.query.plan;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.api.Text;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ActionStanding;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.api.planitem.PlanItemEvent.ActionAgreed;
import org.concordat.api.planitem.PlanItemEvent.ActionCancelled;
import org.concordat.api.planitem.PlanItemEvent.ActionDeferred;
import org.concordat.api.planitem.PlanItemEvent.ActionStarted;
import org.concordat.api.planitem.PlanItemEvent.CompletionRejected;
import org.concordat.api.planitem.PlanItemEvent.CompletionReported;
import org.concordat.api.planitem.PlanItemEvent.CompletionVerified;
import org.concordat.api.planitem.PlanItemEvent.LeadAccepted;
import org.concordat.api.planitem.PlanItemEvent.LeadAssigned;
import org.concordat.api.planitem.PlanItemEvent.LeadDeclined;
import org.concordat.api.planitem.PlanItemEvent.LeadHandedOver;
import org.concordat.api.planitem.PlanItemEvent.ProgressReported;
import org.concordat.api.planitem.Timescale;
import org.concordat.query.partnership.Act;
import org.jspecify.annotations.Nullable;

/**
 * An action of the plan as it stands at a moment.
 *
 * @param lead        who was assigned last; null while nobody is
 * @param acceptances one for each party of that lead
 */
public record Action(ActionAgreed terms, Act agreed, Timescale timescale, @Nullable Lead lead,
                     List<Acceptance> acceptances, @Nullable Act started, List<ProgressReport> progressReports,
                     List<Deferral> deferrals, @Nullable Cancellation cancelled) {

    static Action agreed(ActionAgreed e, Act act) {
        return new Action(e, act, e.timescale(), null, List.of(), null, List.of(), List.of(), null);
    }

    public ActionId id() { return terms.action(); }

    public ItemId itemId() { return terms.itemId(); }

    public @Nullable Text code() { return terms.code(); }

    public List<Text> methods() { return terms.methods(); }

    public @Nullable Text leadAsPrinted() { return terms.leadAsPrinted(); }

    public List<String> gaps() { return Gaps.of(this); }

    public ActionStanding standing() {
        return ActionStanding.of(cancelled != null, started != null, lead,
                acceptances.stream().map(Acceptance::standing).toList());
    }

    Action after(PlanItemEvent.OfAction event, Act act) {
        return switch (event) {
            case ActionAgreed e -> this;
            case LeadAssigned e -> with(e.lead(), IntStream.range(0, e.parts().size())
                    .mapToObj(i -> Acceptance.asked(i + 1, e.parts().get(i), act)).toList());
            case LeadAccepted e -> part(e.part(), p -> p.accepted(e.party(), act));
            case LeadDeclined e -> part(e.part(), p -> p.declined(e.reason(), act));
            case LeadHandedOver e -> part(e.part(), p -> p.offered(new HandOver(e.from(), e.to(), e.reason(), act)));
            case CompletionReported e -> part(e.part(), p -> p.reported(e, act));
            case CompletionVerified e -> part(e.part(), p -> p.verified(act));
            case CompletionRejected e -> part(e.part(), p -> p.rejected(e.reason(), act));
            case ActionStarted e -> new Action(terms, agreed, timescale, lead, acceptances, act, progressReports,
                    deferrals, cancelled);
            case ProgressReported e -> new Action(terms, agreed, timescale, lead, acceptances, started,
                    plus(progressReports, new ProgressReport(e.part(), e.report(), e.evidence(), act)),
                    deferrals, cancelled);
            case ActionDeferred e -> new Action(terms, agreed, e.to(), lead, acceptances, started, progressReports,
                    plus(deferrals, new Deferral(e.from(), e.to(), e.reason(), e.times(), act)), cancelled);
            case ActionCancelled e -> new Action(terms, agreed, timescale, lead, acceptances, started, progressReports,
                    deferrals, new Cancellation(e.reason(), act));
        };
    }

    private Action with(@Nullable Lead newLead, List<Acceptance> parts) {
        return new Action(terms, agreed, timescale, newLead, parts, started, progressReports, deferrals, cancelled);
    }

    private Action part(int number, UnaryOperator<Acceptance> change) {
        return with(lead, acceptances.stream().map(p -> p.part() == number ? change.apply(p) : p).toList());
    }

    private static <T> List<T> plus(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
