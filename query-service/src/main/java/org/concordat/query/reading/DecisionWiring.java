package org.concordat.query.reading;

import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concordat.api.decision.Effect;
import org.concordat.api.decision.Rule;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.query.api.Cursor;
import org.concordat.query.api.Page;
import org.concordat.query.commitment.Commitment;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.Objection;
import org.concordat.query.decision.PositionTaken;
import org.concordat.query.decision.Said;
import org.concordat.query.decision.Wording;
import org.concordat.query.document.Document;
import org.concordat.query.history.Words;
import org.concordat.query.partnership.Mandate;
import org.concordat.query.partnership.Partner;
import org.concordat.query.proviso.ProvisoAttached;
import org.concordat.query.warrant.Minutes;
import org.concordat.query.warrant.Tally;
import org.concordat.query.warrant.Warrant;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** What decisions answer beside their records' own components. */
@Component
class DecisionWiring implements RuntimeWiringConfigurer {

    private static final int USUAL = 50;
    private static final char CURSOR = 'd';

    @Override public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Partnership", type -> type
                .dataFetcher("decisions", Fetcher.page(Decision.class, DecisionWiring::decisions)));
        decision(wiring);
        wiring.type("Rule", type -> partners(type, Rule.class, "mustAgree", Rule::mustAgree));
        wiring.type("Wording", type -> partners(type, Wording.class, "lapsed", Wording::lapsed));
        position(wiring);
        proviso(wiring);
        wiring.type("Objection", type -> partner(type, Objection.class, "partner", Objection::partnerId));
        wiring.type("Interest", type -> partner(type, Said.Interest.class, "partner", Said.Interest::partnerId));
        wiring.type("Recusal", type -> partner(type, Said.Recusal.class, "partner", Said.Recusal::partnerId));
        wiring.type("Superseding", type -> type.dataFetcher("by", Fetcher.one(Decision.class, env ->
                PartnershipAt.of(env).view().decisions().decision(Sources.of(env, Said.Superseding.class).by()))));
        effects(wiring);
    }

    private static void decision(RuntimeWiring.Builder wiring) {
        wiring.type("Decision", type -> {
            partner(type, Decision.class, "tabledBy", d -> d.terms().tabledBy());
            partners(type, Decision.class, "waitingFor", Decision::awaited);
            return type
                    .dataFetcher("reviewDate", Fetcher.one(LocalDate.class, env -> {
                        Said.Review review = Sources.of(env, Decision.class).last(Said.Review.class);
                        return review == null ? null : review.on();
                    }))
                    .dataFetcher("tally", Fetcher.one(Tally.class, env -> warrant(env).tally()))
                    .dataFetcher("warrant", Fetcher.one(Warrant.class, DecisionWiring::warrant))
                    .dataFetcher("record", Fetcher.one(String.class, env -> Minutes.of(warrant(env))));
        });
    }

    private static void position(RuntimeWiring.Builder wiring) {
        wiring.type("PositionTaken", type -> partner(type, PositionTaken.class, "partner", PositionTaken::partnerId)
                .dataFetcher("inWords", Fetcher.one(String.class, env -> {
                    PositionTaken p = Sources.of(env, PositionTaken.class);
                    return p.position() == null ? "is deemed to agree" : Words.said(p.position());
                }))
                .dataFetcher("person", Fetcher.one(String.class, env ->
                        Sources.of(env, PositionTaken.class).act().by().person()))
                .dataFetcher("mandate", Fetcher.one(Mandate.class, env -> Looked.up(
                        Sources.of(env, PositionTaken.class).mandateId(),
                        PartnershipAt.of(env).view().partners().mandates())))
                .dataFetcher("provisos", Fetcher.list(ProvisoAttached.class, env ->
                        Sources.of(env, PositionTaken.class).provisoIds().stream().flatMap(id ->
                                Stream.ofNullable(PartnershipAt.of(env).view().decisions().proviso(id))).toList())));
    }

    private static void proviso(RuntimeWiring.Builder wiring) {
        wiring.type("Proviso", type -> {
            partner(type, ProvisoAttached.class, "holder", ProvisoAttached::holderId);
            partner(type, ProvisoAttached.class, "judge", ProvisoAttached::judgeId);
            return type.dataFetcher("decision", Fetcher.one(Decision.class, env ->
                    PartnershipAt.of(env).view().decisions().byId()
                            .get(Sources.of(env, ProvisoAttached.class).thing())))
                    .dataFetcher("commitment", Fetcher.one(Commitment.class, env ->
                            PartnershipAt.of(env).view().commitments().byId()
                                    .get(Sources.of(env, ProvisoAttached.class).thing())));
        });
        wiring.type("ProvisoActOf", type ->
                partner(type, ProvisoTerms.ActOf.class, "partner", ProvisoTerms.ActOf::partner)
                .dataFetcher("partnerId", Fetcher.one(String.class, env ->
                        Sources.of(env, ProvisoTerms.ActOf.class).partner().value())));
        wiring.type("ProvisoJudgedBy", type ->
                partner(type, ProvisoTerms.JudgedBy.class, "judge", ProvisoTerms.JudgedBy::judge)
                .dataFetcher("judgeId", Fetcher.one(String.class, env ->
                        Sources.of(env, ProvisoTerms.JudgedBy.class).judge().value())));
        wiring.type("ProvisoTextAgreed", type -> type
                .dataFetcher("documentId", Fetcher.one(String.class, env ->
                        Sources.of(env, ProvisoTerms.TextAgreed.class).document().value()))
                .dataFetcher("document", Fetcher.one(Document.class, env -> PartnershipAt.of(env).view().documents()
                        .document(Sources.of(env, ProvisoTerms.TextAgreed.class).document()))));
    }

    private static void effects(RuntimeWiring.Builder wiring) {
        wiring.type("EffectDocumentVersion", type -> type
                .dataFetcher("documentId", Fetcher.one(String.class, env ->
                        Sources.of(env, Effect.DocumentVersion.class).document().value()))
                .dataFetcher("document", Fetcher.one(Document.class, env -> PartnershipAt.of(env).view().documents()
                        .document(Sources.of(env, Effect.DocumentVersion.class).document()))));
        wiring.type("EffectMandate", type -> type.dataFetcher("mandateId", Fetcher.one(String.class, env ->
                Sources.of(env, Effect.Mandate.class).mandate().value())));
        wiring.type("EffectAction", type -> type.dataFetcher("actionId", Fetcher.one(ActionId.class, env ->
                Sources.of(env, Effect.Action.class).action())));
    }

    private static Warrant warrant(DataFetchingEnvironment env) {
        return new Warrant(Sources.of(env, Decision.class), PartnershipAt.of(env).view());
    }

    private static Connection<Decision> decisions(DataFetchingEnvironment env) {
        Page page = Arguments.page(env, USUAL);
        DecisionFilter filter = DecisionFilter.of(Arguments.fields(env, "filter"));
        List<Decision> found = PartnershipAt.of(env).view().decisions().after(Cursor.index(CURSOR, page.after()))
                .filter(filter::wants).limit(page.first() + 1L).toList();
        return page.connection(found, d -> d, d -> Cursor.of(CURSOR, d.tabled().index()));
    }

    private static <T> TypeRuntimeWiring.Builder partner(TypeRuntimeWiring.Builder type, Class<T> source, String field,
                                                         Function<T, @Nullable PartnerId> id) {
        return type.dataFetcher(field, Fetcher.one(Partner.class, env -> Looked.up(id.apply(Sources.of(env, source)),
                PartnershipAt.of(env).view().partners().partners())));
    }

    private static <T> TypeRuntimeWiring.Builder partners(TypeRuntimeWiring.Builder type, Class<T> source, String field,
                                                          Function<T, Collection<PartnerId>> ids) {
        return type.dataFetcher(field, Fetcher.list(Partner.class, env -> {
            Collection<PartnerId> wanted = ids.apply(Sources.of(env, source));
            return PartnershipAt.of(env).view().partners().partners().values().stream()
                    .filter(p -> wanted.contains(p.id())).toList();
        }));
    }
}
