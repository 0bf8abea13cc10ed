package org.concordat.query.history;

import java.util.List;
import org.concordat.query.decision.Closing;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.PositionTaken;
import org.concordat.query.decision.Said;
import org.concordat.query.document.Document;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Mandate;
import org.concordat.query.partnership.PartnershipLead;
import org.jspecify.annotations.Nullable;

/** What is said of decisions, documents, mandates and leads. */
record DecisionFacts(Saying say) {

    /** Nothing is said where the value is null. */
    interface Saying {
        void of(String subject, String what, @Nullable Object value);
    }

    void of(PartnershipView view) {
        view.decisions().all().forEach(this::decision);
        view.documents().all().forEach(this::document);
        view.partners().mandates().values().forEach(this::mandate);
        view.partners().leads().forEach(lead -> lead(view.id().value(), lead));
    }

    private void decision(Decision d) {
        String id = d.id().value();
        say.of(id, "title", d.title());
        say.of(id, "wording", d.wording());
        say.of(id, "standing", d.standing());
        say.of(id, "deadline", d.deadline());
        say.of(id, "eligible partners", d.eligibleIds().stream().map(p -> p.value()).sorted().toList());
        say.of(id, "threshold", d.rule().threshold());
        Closing closing = d.closing();
        if (closing != null) {
            say.of(id, "result", closing.result());
            say.of(id, "because", closing.because());
        }
        d.current().forEach((partner, p) -> position(id, p));
        d.objections().forEach(o ->
                say.of(id, "objection of " + o.partnerId(), o.standing()));
        d.provisos().forEach(p -> {
            say.of(p.id().value(), "terms", p.terms().text());
            say.of(p.id().value(), "standing", p.standing());
        });
        d.all(Said.Interest.class).forEach(i -> say.of(id, "interest of " + i.partnerId(), i.text()));
        d.all(Said.Recusal.class).forEach(r -> say.of(id, "recusal of " + r.partnerId(), r.reason()));
        Said.Reasons reasons = d.reasons();
        if (reasons != null) {
            say.of(id, "reasons", reasons.text());
            say.of(id, "rejected alternatives", reasons.rejectedAlternatives());
        }
        Said.Ratification ratified = d.sinceReopened(Said.Ratification.class);
        if (ratified != null) say.of(id, "ratified", ratified.minutes());
        Said.Review review = d.last(Said.Review.class);
        if (review != null) say.of(id, "review date", review.on());
        d.all(Said.Superseding.class).forEach(s -> say.of(id, "superseded by", s.by()));
        d.all(Said.Rescission.class).forEach(s -> say.of(id, "rescinded because", s.reason()));
        d.all(Said.Reopening.class).forEach(s -> say.of(id, "reopened because", s.reason()));
        d.all(Said.Withdrawal.class).forEach(s -> say.of(id, "withdrawn because", s.reason()));
    }

    private void position(String id, PositionTaken p) {
        say.of(id, "position of " + p.partnerId(), p.position() == null ? "deemed to agree" : p.position());
        say.of(id, "mandate behind the position of " + p.partnerId(), p.mandateId());
        if (p.minutes() != null) {
            say.of(id, "position of " + p.partnerId() + " recorded for it", p.confirmed() == null ? "not confirmed"
                    : "confirmed");
        }
    }

    private void document(Document d) {
        String id = d.id().value();
        say.of(id, "kind", d.kind());
        say.of(id, "title", d.title());
        say.of(id, "newest version", d.versions().size());
        say.of(id, "newest text", d.versions().getLast().text());
        Document.Version inForce = d.inForce();
        if (inForce == null) return;
        say.of(id, "version in force", inForce.number());
        say.of(id, "in force by", inForce.decisionId());
        List<String> acknowledged = inForce.acknowledgements().stream().map(a -> a.partnerId().value()).toList();
        if (!acknowledged.isEmpty()) say.of(id, "acknowledged by", acknowledged);
    }

    private void mandate(Mandate m) {
        String id = m.id().value();
        say.of(id, "holder", m.holder());
        say.of(id, "partner", m.partnerId());
        say.of(id, "scope", m.scope());
        say.of(id, "first day", m.from());
        say.of(id, "last day", m.to());
        if (m.revoked() != null) say.of(id, "revoked from", m.revoked().act().on());
        if (m.foundVoid() != null) {
            say.of(id, "found void from", m.foundVoid().from());
            say.of(id, "found void because", m.foundVoid().reason());
        }
        m.ratified().forEach(r -> say.of(id, "ratified by " + r.act().entry(),
                r.entries() == null ? "every act tainted until then" : r.entries()));
    }

    private void lead(String id, PartnershipLead lead) {
        say.of(id, Words.of(lead.level()) + " lead from " + lead.from() + " to " + lead.to() + ": " + lead.person(),
                lead.accepted() == null ? "proposed" : "accepted");
    }
}
