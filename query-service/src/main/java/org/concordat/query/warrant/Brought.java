package org.concordat.query.warrant;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.concordat.api.decision.Effect;
import org.concordat.query.decision.Closing;
import org.concordat.query.decision.Decision;
import org.concordat.query.document.Document;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Mandate;
import org.concordat.query.partnership.PartnershipLead;
import org.concordat.query.plan.Action;
import org.jspecify.annotations.Nullable;

/** @param act the act that brought it into force; null while that has not happened */
public record Brought(Effect effect, @Nullable Act act) {

    /** What a decision was to bring into force when it was adopted, and what did it. */
    static List<Brought> by(Decision decision, PartnershipView view) {
        List<Closing> closings = decision.closings();
        if (closings.isEmpty()) return List.of();
        return closings.getLast().effects().stream()
                .map(effect -> new Brought(effect, act(effect, decision, view))).toList();
    }

    private static @Nullable Act act(Effect effect, Decision decision, PartnershipView view) {
        return switch (effect) {
            case Effect.DocumentVersion e -> {
                Document document = view.documents().document(e.document());
                yield document == null ? null : versions(Stream.of(document), decision)
                        .map(Document.Version::cameIntoForce).findFirst().orElse(null);
            }
            case Effect.Mandate e -> {
                Mandate mandate = view.partners().mandates().get(e.mandate());
                yield mandate == null || !decision.id().equals(mandate.decisionId()) ? null : mandate.given();
            }
            case Effect.PartnershipLead e -> view.partners().leads().stream()
                    .filter(l -> l.decisionId().equals(decision.id()) && l.level() == e.level()
                            && l.person().equals(e.person())).map(PartnershipLead::proposed).findFirst().orElse(null);
            case Effect.Action e -> {
                Action action = view.plan().action(e.action());
                yield action == null || action.agreed().index() < decision.tabled().index() ? null : action.agreed();
            }
        };
    }

    static Stream<Document.Version> versions(Stream<Document> documents, Decision decision) {
        return documents.flatMap(d -> d.versions().stream())
                .filter(v -> Objects.equals(v.decisionId(), decision.id()));
    }
}
