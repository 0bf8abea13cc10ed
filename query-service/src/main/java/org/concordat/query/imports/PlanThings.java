package org.concordat.query.imports;

import java.util.List;
import java.util.Map;
import org.concordat.api.partnership.PartnershipCommand.AdmitPartner;
import org.concordat.api.partnership.PartnershipCommand.Appoint;
import org.concordat.api.partnership.PartnershipCommand.RegisterBoard;
import org.concordat.api.partnership.PartnershipCommand.RegisterFinding;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemCommand.AgreeAction;
import org.concordat.api.planitem.PlanItemCommand.DrawUpItem;

/**
 * The things of a plan, each as the command that would make it: of a file, as it says them; of a partnership, as they
 * stand now (an action with the timescale it has now; {@code leads} holds the assigned ones).
 */
public record PlanThings(List<AdmitPartner> partners, List<RegisterBoard> boards, List<RegisterFinding> findings,
                         List<Appoint> appointments, List<DrawUpItem> items, List<AgreeAction> actions,
                         Map<ActionId, Lead> leads) {

    public PlanThings {
        partners = List.copyOf(partners);
        boards = List.copyOf(boards);
        findings = List.copyOf(findings);
        appointments = List.copyOf(appointments);
        items = List.copyOf(items);
        actions = List.copyOf(actions);
        leads = Map.copyOf(leads);
    }

    int count() {
        return partners.size() + boards.size() + findings.size() + appointments.size() + items.size() + actions.size()
            + leads.size();
    }
}
