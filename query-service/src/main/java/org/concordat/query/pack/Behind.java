package org.concordat.query.pack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.Effect;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.PositionTaken;
import org.concordat.query.decision.Said;
import org.concordat.query.document.Document;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Mandate;
import org.concordat.query.warrant.Warrant;

/** The things whose histories stand behind a decision: what its warrant shows, and what that rests on in turn. */
final class Behind {

    private final PartnershipView now;
    private final Set<String> subjects = new LinkedHashSet<>();
    private final Deque<DecisionId> open = new ArrayDeque<>();

    private Behind(PartnershipView now) {
        this.now = now;
    }

    static Set<String> the(DecisionId asked, PartnershipView now) {
        Behind behind = new Behind(now);
        behind.subjects.add(now.id().value());
        behind.open.add(asked);
        while (!behind.open.isEmpty()) behind.add(behind.open.remove());
        return behind.subjects;
    }

    private void add(DecisionId id) {
        Decision decision = now.decisions().decision(id);
        if (decision == null || !subjects.add(id.value())) return;
        Warrant warrant = new Warrant(decision, now);
        decision.effects().forEach(this::effect);
        warrant.versionsResting().forEach(version -> subjects.add(version.documentId().value()));
        mandates(decision).map(Mandate::decisionId).filter(Objects::nonNull).forEach(open::add);
        warrant.supersedes().forEach(older -> open.add(older.id()));
        decision.all(Said.Superseding.class).forEach(newer -> open.add(newer.by()));
    }

    private void effect(Effect effect) {
        switch (effect) {
            case Effect.DocumentVersion e -> {
                subjects.add(e.document().value());
                Document document = now.documents().document(e.document());
                if (document != null) document.versions().stream().map(Document.Version::decisionId).filter(Objects::nonNull).forEach(open::add);
            }
            case Effect.Action e -> subjects.add(e.itemId().value());
            case Effect.Mandate e -> { }
            case Effect.PartnershipLead e -> { }
        }
    }

    private Stream<Mandate> mandates(Decision decision) {
        return decision.positions().stream().map(PositionTaken::mandateId).filter(Objects::nonNull)
                .map(now.partners().mandates()::get).filter(Objects::nonNull);
    }
}
