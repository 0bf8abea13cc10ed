package org.concordat.query.reading;

import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Partner;
import org.concordat.query.partnership.Restricted;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** What is restricted, for those who are told. */
@Component
class MarkingWiring implements RuntimeWiringConfigurer {

    private static final char RESTRICTED = 'r';
    private static final int USUAL = 50;

    private final Moments moments;
    private final Readers readers;

    MarkingWiring(Moments moments, Readers readers) {
        this.moments = moments;
        this.readers = readers;
    }

    @Override public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Partnership", type -> type.dataFetcher("restricted",
                Fetcher.asCaller(Fetcher.page(Restricted.class, this::restricted))));
        wiring.type("RestrictedContent", type -> type
                .dataFetcher("kind", Fetcher.one(String.class, env ->
                        Sources.of(env, Restricted.class).kind().toUpperCase(Locale.ROOT)))
                .dataFetcher("partners", Fetcher.list(Partner.class, env -> {
                    Map<?, Partner> partners = PartnershipAt.of(env).view().partners().partners();
                    return Sources.of(env, Restricted.class).partners().stream().map(partners::get).filter(Objects::nonNull).toList();
                })));
    }

    /** As it is marked now, whatever moment is asked at. */
    private Connection<Restricted> restricted(DataFetchingEnvironment env) {
        String person = Readers.person();
        PartnershipView now = moments.now(PartnershipAt.of(env).id());
        return Arguments.page(env, USUAL).of(RESTRICTED, now.partners().roll().markings().restricted().entrySet().stream()
                .filter(e -> readers.toldOf(now, person, e.getKey()))
                .map(e -> new Restricted(e.getKey(), e.getValue(), Objects.requireNonNull(now.partners().marked().get(e.getKey())))),
                Restricted::id);
    }
}
