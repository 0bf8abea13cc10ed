package org.concordat.query.moment;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.concordat.api.Hash;
import org.concordat.api.Ids;
import org.concordat.api.Text;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.Lead;
import org.concordat.query.commitment.Commitment;
import org.concordat.query.commitment.CommitmentsView;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.DecisionsView;
import org.concordat.query.document.Document;
import org.concordat.query.document.DocumentsView;
import org.concordat.query.partnership.Board;
import org.concordat.query.partnership.Partner;
import org.concordat.query.partnership.PartnersView;
import org.concordat.query.plan.Action;
import org.concordat.query.plan.PlanItem;
import org.concordat.query.plan.PlanView;
import org.jspecify.annotations.Nullable;

/** What things are called in sentences; what a view does not know keeps its id. */
public record Names(PartnersView partners, PlanView plan, DecisionsView decisions, DocumentsView documents,
                    CommitmentsView commitments) {

    public String of(PartnerId id) {
        Partner partner = partners.partners().get(id);
        return partner == null ? id.value() : partner.name().value();
    }

    public String of(BoardId id) {
        Board board = partners.boards().get(id);
        return board == null ? id.value() : board.name().value();
    }

    public String of(ItemId id) {
        PlanItem item = plan.item(id);
        return item == null ? id.value() : item.title().value();
    }

    public String of(DecisionId id) {
        Decision decision = decisions.decision(id);
        return decision == null ? id.value() : decision.title().value();
    }

    public String of(DocumentId id) {
        Document document = documents.document(id);
        return document == null ? id.value() : document.title().value();
    }

    /** As the version of that wording was called. */
    public String of(DocumentId id, Hash wording) {
        Document document = documents.document(id);
        return document == null ? id.value() : document.titleOf(wording).value();
    }

    public String of(CommitmentId id) {
        Commitment commitment = commitments.commitment(id);
        return commitment == null ? id.value() : commitment.title().value();
    }

    /** In the order of their names. */
    public String ofAll(Collection<PartnerId> ids) {
        return listed(ids.stream().map(this::of).sorted().toList());
    }

    /** The code the paper prints, such as A06, where there is one. */
    public String of(ActionId id) {
        Action action = plan.action(id);
        Text code = action == null ? null : action.code();
        if (code != null) return code.value();
        String local = Ids.local(id.value());
        return "the action " + local.substring(local.indexOf('.') + 1);
    }

    public String of(Lead lead) {
        return switch (lead) {
            case Lead.Partner p -> of(p.partner());
            case Lead.Post p -> p.title() + by(p.partner());
            case Lead.Group g -> g.name() + by(g.partner());
            case Lead.Board b -> of(b.board());
            case Lead.Person p -> "person " + p.person();
            case Lead.AsPrinted p -> p.words().value();
            case Lead.EveryPartner e -> e.words().value();
            case Lead.Jointly j -> listed(j.parties().stream().map(this::of).toList());
        };
    }

    private String by(@Nullable PartnerId partner) {
        return partner == null ? "" : " (" + of(partner) + ")";
    }

    public static String listed(List<String> names) {
        if (names.size() < 2) return String.join("", names);
        return names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and " + names.getLast();
    }
}
