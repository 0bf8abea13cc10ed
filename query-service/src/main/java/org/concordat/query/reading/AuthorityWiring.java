package org.concordat.query.reading;

import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.Objects;
import java.util.function.BiFunction;
import org.concordat.api.partnership.MandateId;
import org.concordat.query.authority.Authority;
import org.concordat.query.authority.Judged;
import org.concordat.query.authority.Resting;
import org.concordat.query.authority.Use;
import org.concordat.query.commitment.Commitment;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.PositionTaken;
import org.concordat.query.history.EntryAt;
import org.concordat.query.moment.Marks;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Correction;
import org.concordat.query.partnership.Mandate;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** By what authority acts were done, and what is marked about them. */
@Component
class AuthorityWiring implements RuntimeWiringConfigurer {

    private static final int USUAL = 50;

    private final Nodes nodes;
    private final Authorities authorities;

    AuthorityWiring(Nodes nodes, Authorities authorities) {
        this.nodes = nodes;
        this.authorities = authorities;
    }

    @Override public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Partnership", type -> type.dataFetcher("authority", Fetcher.page(Judged.class, env ->
                authorities.of(PartnershipAt.of(env), Arguments.page(env, USUAL), Arguments.fields(env, "filter")))));
        wiring.type("JudgedAct", type -> type.dataFetcher("entry", Fetcher.one(EntryAt.class, env ->
                nodes.entry(PartnershipAt.of(env), Sources.of(env, Judged.class).act().entry()))));
        wiring.type("MandateFoundVoid", type -> type
                .dataFetcher("tainted", Fetcher.page(Judged.class, AuthorityWiring::tainted))
                .dataFetcher("resting", Fetcher.page(Resting.class, env -> Arguments.page(env, USUAL).of('s',
                        authority(env).resting(voided(env)).distinct(), Resting::key))));
        act(wiring);
        uses(wiring);
    }

    private void act(RuntimeWiring.Builder wiring) {
        wiring.type("Act", type -> type
                .dataFetcher("backDated", Fetcher.one(Boolean.class, env -> marks(env).backDated(Sources.of(env, Act.class))))
                .dataFetcher("correctedBy", Fetcher.one(EntryAt.class, env -> {
                    Correction wrong = marks(env).correction(Sources.of(env, Act.class));
                    return wrong == null ? null : nodes.entry(PartnershipAt.of(env), wrong.act().entry());
                })));
    }

    private static void uses(RuntimeWiring.Builder wiring) {
        wiring.type("PositionTaken", type -> judged(type, PositionTaken.class, (view, p) -> {
            Decision decision = view.decisions().byId().get(p.act().entry().subject());
            return decision == null ? null : Use.of(decision, p);
        }));
        wiring.type("CommitmentConfirmation", type -> judged(type, Commitment.Said.Confirmation.class, (view, c) ->
                Use.of(commitment(view, c), c)));
        wiring.type("CommitmentVariation", type -> judged(type, Commitment.Said.Variation.class, (view, v) ->
                Use.of(commitment(view, v), v)));
        wiring.type("Mandate", type -> judged(type, Mandate.class, (view, m) -> Use.of(m)));
    }

    private static Commitment commitment(PartnershipView view, Commitment.Said said) {
        String entry = said.act().entry().subject();
        return Objects.requireNonNull(view.commitments().byId().get(entry));
    }

    private static <T> TypeRuntimeWiring.Builder judged(TypeRuntimeWiring.Builder type, Class<T> source,
                                                        BiFunction<PartnershipView, T, @Nullable Use> use) {
        return type.dataFetcher("judged", Fetcher.one(Judged.class, env -> {
            Use found = use.apply(PartnershipAt.of(env).view(), Sources.of(env, source));
            return found == null ? null : authority(env).of(found);
        }));
    }

    private static Connection<Judged> tainted(DataFetchingEnvironment env) {
        Authority authority = authority(env);
        return Arguments.page(env, USUAL).of('u', authority.tainted(voided(env)).map(authority::of),
                judged -> "%019d".formatted(judged.act().index()));
    }

    private static MandateId voided(DataFetchingEnvironment env) {
        return Sources.of(env, Mandate.FoundVoid.class).mandateId();
    }

    private static Authority authority(DataFetchingEnvironment env) {
        return new Authority(PartnershipAt.of(env).view());
    }

    private static Marks marks(DataFetchingEnvironment env) {
        return new Marks(PartnershipAt.of(env).view().partners());
    }
}
