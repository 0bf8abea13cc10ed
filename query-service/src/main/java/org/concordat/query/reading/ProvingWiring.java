package org.concordat.query.reading;

import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.Map;
import java.util.function.Function;
import org.concordat.query.commitment.Commitment;
import org.concordat.query.decision.Decision;
import org.concordat.query.history.EntryAt;
import org.concordat.query.plan.Action;
import org.concordat.query.reading.Evidences.Checkpoint;
import org.concordat.query.reading.Evidences.EntryEvidence;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** What proves the record. Where a field asks who is calling, it is fetched with the caller's context. */
@Component
class ProvingWiring implements RuntimeWiringConfigurer {

    private static final int USUAL = 50;

    private final Evidences evidences;
    private final Histories histories;

    ProvingWiring(Evidences evidences, Histories histories) {
        this.evidences = evidences;
        this.histories = histories;
    }

    @Override public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("ledger", Fetcher.one(Evidences.Head.class, env -> evidences.head())));
        wiring.type("Entry", type -> type.dataFetcher("evidence", Fetcher.one(EntryEvidence.class, env ->
                evidences.of(Sources.of(env, EntryAt.class).entry()))));
        behind(wiring, "Decision", Decision.class, decision -> decision.id().value());
        behind(wiring, "Commitment", Commitment.class, commitment -> commitment.id().value());
        behind(wiring, "Action", Action.class, action -> action.id().value());
        wiring.type("EntryEvidence", type -> type.dataFetcher("checkpoint", Fetcher.one(Checkpoint.class, env ->
                evidences.over(Long.parseLong(Sources.of(env, EntryEvidence.class).index())))));
        head(wiring);
        wiring.type("SelfCheck", type -> type.dataFetcher("findings", Fetcher.asCaller(Fetcher.list(String.class, env ->
                evidences.findings(Readers.person())))));
    }

    private void head(RuntimeWiring.Builder wiring) {
        wiring.type("LedgerHead", type -> type
                .dataFetcher("checkpoint", Fetcher.one(Checkpoint.class, env -> evidences.newest()))
                .dataFetcher("cosignatures", Fetcher.asCaller(Fetcher.list(Evidences.Cosignature.class, env ->
                        evidences.cosignatures(Readers.person()))))
                .dataFetcher("proof", Fetcher.asCaller(Fetcher.one(Evidences.Inclusion.class, env ->
                        evidences.proof(Arguments.id(env, "entry"), env.getArgument("size"), Readers.person()))))
                .dataFetcher("consistency", Fetcher.one(Evidences.Consistency.class, env ->
                        evidences.consistency(Arguments.id(env, "from"), env.getArgument("to"))))
                .dataFetcher("alarms", Fetcher.list(String.class, env -> evidences.alarms()))
                .dataFetcher("selfCheck", Fetcher.one(Evidences.Check.class, env -> evidences.check())));
    }

    private <T> void behind(RuntimeWiring.Builder wiring, String name, Class<T> source, Function<T, String> id) {
        wiring.type(name, type -> type.dataFetcher("evidence", Fetcher.page(EntryEvidence.class, env ->
                behind(env, id.apply(Sources.of(env, source))))));
    }

    private Connection<EntryEvidence> behind(DataFetchingEnvironment env, String thing) {
        return histories.of(PartnershipAt.of(env), Arguments.page(env, USUAL), Map.of("subject", thing),
                evidences::of);
    }
}
