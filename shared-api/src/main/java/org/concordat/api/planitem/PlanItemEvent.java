package org.concordat.api.planitem;

import java.util.List;
import java.util.Set;
import org.concordat.api.Disposable;
import org.concordat.api.PersonId;
import org.concordat.api.Sorted;
import org.concordat.api.Text;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.SevenS;
import org.jspecify.annotations.Nullable;

/** What happened to an item of the plan and its actions. A {@code part} is one party's share of the lead, counted from 1. */
public sealed interface PlanItemEvent {

    ItemId itemId();

    /** An event of one action. */
    sealed interface OfAction extends PlanItemEvent {
        ActionId action();
    }

    record ItemDrawnUp(PartnershipId partnershipId, ItemId itemId, PlanArea area, Text title, List<Text> purpose,
                       List<Text> challenges, List<Text> approach, List<Text> reviewQuestions, Set<FindingId> findings,
                       OdComponent component, @Nullable SevenS lens) implements PlanItemEvent {
        public ItemDrawnUp {
            findings = Sorted.copyOf(findings);
        }
    }

    record ActionAgreed(ItemId itemId, ActionId action, @Nullable Text code, List<Text> methods, Timescale timescale,
                        @Nullable Text leadAsPrinted) implements OfAction {}

    /** @param parts the parties that accept one by one, as they were on that day */
    record LeadAssigned(ItemId itemId, ActionId action, Lead lead, List<Lead.Party> parts) implements OfAction {}

    record LeadAccepted(ItemId itemId, ActionId action, int part, Lead.Party party) implements OfAction {}

    @Disposable
    record LeadDeclined(ItemId itemId, ActionId action, int part, Lead.Party party, Text reason) implements OfAction {}

    /** {@code from} stays accountable until {@code to} accepts. */
    @Disposable
    record LeadHandedOver(ItemId itemId, ActionId action, int part, Lead.Party from, Lead.Party to, Text reason)
            implements OfAction {}

    record ActionStarted(ItemId itemId, ActionId action) implements OfAction {}

    @Disposable
    record ProgressReported(ItemId itemId, ActionId action, int part, Text report, @Nullable Evidence evidence)
            implements OfAction {}

    @Disposable
    record CompletionReported(ItemId itemId, ActionId action, int part, PersonId reportedBy, @Nullable Evidence evidence)
            implements OfAction {}

    record CompletionVerified(ItemId itemId, ActionId action, int part) implements OfAction {}

    @Disposable
    record CompletionRejected(ItemId itemId, ActionId action, int part, Text reason) implements OfAction {}

    /** @param times how often the action has been deferred, this one included */
    @Disposable
    record ActionDeferred(ItemId itemId, ActionId action, Timescale from, Timescale to, Text reason, int times)
            implements OfAction {}

    @Disposable
    record ActionCancelled(ItemId itemId, ActionId action, Text reason) implements OfAction {}

    record ItemClosed(ItemId itemId) implements PlanItemEvent {}
}
