package org.concordat.query.reading;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.Objects;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.api.Cursor;
import org.concordat.query.history.Change;
import org.concordat.query.ledger.Ledger;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** The history step by step, to read and to watch. */
@Component
class ReplayWiring implements RuntimeWiringConfigurer {

    private static final int USUAL = 20;
    private static final int CHANGES = 50;
    /** Entries a second. */
    private static final int PACE = 2;

    private final Ledger ledger;
    private final Replays replays;
    private final PacedReplay paced;
    private final Readers readers;
    private final Asked asked;

    ReplayWiring(Ledger ledger, Replays replays, PacedReplay paced, Readers readers, Asked asked) {
        this.ledger = ledger;
        this.replays = replays;
        this.paced = paced;
        this.readers = readers;
        this.asked = asked;
    }

    @Override public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Partnership", type -> type.dataFetcher("replay", Fetcher.page(Step.class, env -> {
            PartnershipAt at = PartnershipAt.of(env);
            return replays.of(at, Arguments.page(env, USUAL), span(env, at.id()));
        })));
        wiring.type("ReplayStep", type -> type.dataFetcher("changes", Fetcher.page(Change.class, env ->
                Arguments.page(env, CHANGES).of('c', Sources.of(env, Step.class).all().stream(), Change::key))));
        wiring.type("Subscription", type -> type.dataFetcher("replay", Fetcher.stream(Step.class, env -> {
            PartnershipId id = new PartnershipId(RootWiring.checked(Arguments.id(env, "partnership")));
            String person = Readers.person();
            asked.touches(readers.mustSee(id, person, id.value()), env);
            return paced.of(id, span(env, id), Cursor.index(Step.CURSOR, env.getArgument("after")),
                    Objects.requireNonNullElse(env.<Integer>getArgument("pace"), PACE), person);
        })));
    }

    private Span span(DataFetchingEnvironment env, PartnershipId id) {
        return new Span(Span.place(env.getArgument("from"), id, ledger), Span.place(env.getArgument("to"), id, ledger));
    }
}
