package org.concordat.query.reading;

import org.concordat.api.EntryId;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.query.history.EntryAt;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.partnership.PartnersView;
import org.concordat.query.proviso.ProvisoAttached;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Anything by its id, whose first word says what it is. */
@Component
class Nodes {

    private final Ledger ledger;

    Nodes(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The thing that is marked, where one is: an action is read with its item. */
    static String thing(String id) {
        return id.startsWith("action-") && id.lastIndexOf('.') > id.indexOf('.')
                ? "item-" + id.substring("action-".length(), id.lastIndexOf('.')) : id;
    }

    /** Null where there is no such thing at that moment, or no such id at all. */
    @Nullable Object find(PartnershipAt at, String id) {
        PartnersView partners = at.view().partners();
        try {
            return switch (id.substring(0, id.indexOf('-'))) {
                case "partnership" -> at.view().established() && at.id().value().equals(id) ? at : null;
                case "partner" -> partners.partners().get(new PartnerId(id));
                case "board" -> partners.boards().get(new BoardId(id));
                case "finding" -> partners.findings().get(new FindingId(id));
                case "appointment" -> partners.appointments().get(new AppointmentId(id));
                case "item" -> at.view().plan().item(new ItemId(id));
                case "action" -> at.view().plan().action(new ActionId(id));
                case "decision" -> at.view().decisions().decision(new DecisionId(id));
                case "proviso" -> proviso(at, new ProvisoId(id));
                case "commitment" -> at.view().commitments().commitment(new CommitmentId(id));
                case "document" -> at.view().documents().document(new DocumentId(id));
                case "mandate" -> partners.mandates().get(new MandateId(id));
                case "entry" -> entry(at, new EntryId(id));
                default -> null;
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return null;
        }
    }

    private static @Nullable ProvisoAttached proviso(PartnershipAt at, ProvisoId id) {
        ProvisoAttached ofDecision = at.view().decisions().proviso(id);
        return ofDecision == null ? at.view().commitments().proviso(id) : ofDecision;
    }

    @Nullable EntryAt entry(PartnershipAt at, EntryId id) {
        return ledger.entry(id).filter(e -> e.partnership().equals(at.id()) && at.moment().covers(e))
                .map(e -> new EntryAt(e, at.view())).orElse(null);
    }
}
