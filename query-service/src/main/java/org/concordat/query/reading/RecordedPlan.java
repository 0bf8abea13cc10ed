package org.concordat.query.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concordat.api.partnership.PartnershipCommand.AdmitPartner;
import org.concordat.api.partnership.PartnershipCommand.Appoint;
import org.concordat.api.partnership.PartnershipCommand.RegisterBoard;
import org.concordat.api.partnership.PartnershipCommand.RegisterFinding;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemCommand.AgreeAction;
import org.concordat.api.planitem.PlanItemCommand.DrawUpItem;
import org.concordat.query.imports.PlanAsImported.State;
import org.concordat.query.imports.PlanThings;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.PartnersView;
import org.concordat.query.partnership.PlanImport;
import org.concordat.query.plan.Action;

/** What an import compares a file with: the plan as it stands on record. */
public final class RecordedPlan {

    private RecordedPlan() {}

    public static Optional<State> of(PartnershipId id, PartnershipView view) {
        return view.established() ? Optional.of(state(id, view)) : Optional.empty();
    }

    private static State state(PartnershipId id, PartnershipView view) {
        PartnersView partners = view.partners();
        Optional<PlanImport> last = partners.imports().values().stream().reduce((a, b) -> b);
        return new State(Objects.requireNonNull(partners.name()), partners.timeZone(),
                Objects.requireNonNull(partners.planEnd()), last.map(PlanImport::fileHash),
                last.map(i -> i.finished() != null).orElse(false), last.map(PlanImport::commands).orElse(0),
                things(id, view), view.plan().actions().filter(a -> a.standing().over()).map(Action::id)
                        .collect(Collectors.toSet()));
    }

    private static PlanThings things(PartnershipId id, PartnershipView view) {
        PartnersView partners = view.partners();
        return new PlanThings(
                partners.partners().values().stream().map(p -> new AdmitPartner(id, p.id(), p.name())).toList(),
                partners.boards().values().stream().map(b -> new RegisterBoard(id, b.id(), b.name(), b.level())).toList(),
                partners.findings().values().stream()
                        .map(f -> new RegisterFinding(id, f.id(), f.lens(), f.text(), f.held())).toList(),
                partners.appointments().values().stream().map(a -> new Appoint(id, a.id(), a.person(), a.kind(),
                        a.partnerId(), a.boardId(), a.from(), a.to())).toList(),
                view.plan().items().map(i -> new DrawUpItem(id, i.id(), i.area(), i.title(), i.purpose(), i.challenges(),
                        i.approach(), i.reviewQuestions(), i.findingIds(), i.component(), i.lens(), null)).toList(),
                actions(view), leads(view));
    }

    private static List<AgreeAction> actions(PartnershipView view) {
        return view.plan().actions().map(a ->
                new AgreeAction(a.itemId(), a.id(), a.code(), a.methods(), a.timescale(), a.leadAsPrinted())).toList();
    }

    private static Map<ActionId, Lead> leads(PartnershipView view) {
        Map<ActionId, Lead> leads = new LinkedHashMap<>();
        view.plan().actions().forEach(action -> {
            Lead lead = action.lead();
            if (lead != null) leads.put(action.id(), lead);
        });
        return leads;
    }
}
