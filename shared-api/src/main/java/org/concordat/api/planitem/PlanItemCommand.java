package org.concordat.api.planitem;

import static org.concordat.api.partnership.AppointmentKind.CHAIR;
import static org.concordat.api.partnership.AppointmentKind.PROGRAMME_OFFICE;
import static org.concordat.api.partnership.AppointmentKind.REPRESENTATIVE;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.concordat.api.By;
import org.concordat.api.NewId;
import org.concordat.api.Sorted;
import org.concordat.api.Text;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.MarkedAs;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.SevenS;
import org.jspecify.annotations.Nullable;

/** What people may ask of an item of the plan and its actions. */
public sealed interface PlanItemCommand {

    @TargetAggregateIdentifier
    ItemId itemId();

    /** A command on one action; the action's id names the item. */
    sealed interface OnAction extends PlanItemCommand {

        ActionId action();

        @TargetAggregateIdentifier
        @Override default ItemId itemId() {
            return action().itemId();
        }
    }

    /** @param marking who may read it from its first entry on; null: the partners */
    @By(PROGRAMME_OFFICE)
    record DrawUpItem(PartnershipId partnershipId, @NewId ItemId itemId, PlanArea area, Text title, List<Text> purpose,
                      List<Text> challenges, List<Text> approach, List<Text> reviewQuestions, Set<FindingId> findings,
                      OdComponent component, @Nullable SevenS lens,
                      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MarkedAs marking) implements PlanItemCommand {
        public DrawUpItem {
            findings = Sorted.copyOf(findings);
        }
    }

    /** @param leadAsPrinted the paper's words for the lead, kept whoever is assigned; null where it prints none */
    @By(PROGRAMME_OFFICE)
    record AgreeAction(ItemId itemId, @NewId ActionId action, @Nullable Text code, List<Text> methods, Timescale timescale,
                       @Nullable Text leadAsPrinted) implements PlanItemCommand {}

    @By(PROGRAMME_OFFICE)
    record AssignLead(ActionId action, Lead lead) implements OnAction {}

    @By({REPRESENTATIVE, CHAIR})
    record AcceptLead(ActionId action) implements OnAction {}

    @By({REPRESENTATIVE, CHAIR})
    record DeclineLead(ActionId action, Text reason) implements OnAction {}

    /** The giver stays accountable until the other partner accepts. */
    @By({REPRESENTATIVE, CHAIR})
    record HandOverLead(ActionId action, PartnerId to, Text reason) implements OnAction {}

    @By({REPRESENTATIVE, CHAIR})
    record StartAction(ActionId action) implements OnAction {}

    @By({REPRESENTATIVE, CHAIR})
    record ReportProgress(ActionId action, Text report, @Nullable Evidence evidence) implements OnAction {}

    /** Each party of the lead reports its own part. */
    @By({REPRESENTATIVE, CHAIR})
    record ReportComplete(ActionId action, @Nullable Evidence evidence) implements OnAction {}

    /** @param part the number of the part, from 1; may be left out where only one awaits verification */
    @By(REPRESENTATIVE)
    record VerifyCompletion(ActionId action, @Nullable Integer part) implements OnAction {}

    /** @param part the number of the part, from 1; may be left out where only one awaits verification */
    @By(REPRESENTATIVE)
    record RejectCompletion(ActionId action, @Nullable Integer part, Text reason) implements OnAction {}

    /** The earlier timescale stays on record and the times are counted. */
    @By({REPRESENTATIVE, CHAIR, PROGRAMME_OFFICE})
    record DeferAction(ActionId action, Timescale to, Text reason) implements OnAction {}

    @By({PROGRAMME_OFFICE, CHAIR})
    record CancelAction(ActionId action, Text reason) implements OnAction {}

    @By({PROGRAMME_OFFICE, CHAIR})
    record CloseItem(ItemId itemId) implements PlanItemCommand {}
}
