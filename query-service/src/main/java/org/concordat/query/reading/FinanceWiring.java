package org.concordat.query.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concordat.query.commitment.CommitmentsView;
import org.concordat.query.commitment.Cycle;
import org.concordat.query.commitment.Finance;
import org.concordat.query.commitment.PartnerTotal;
import org.concordat.query.commitment.Total;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Partner;
import org.concordat.query.proviso.ProvisoAttached;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** What is committed, added up. */
@Component
class FinanceWiring implements RuntimeWiringConfigurer {

    private static final int USUAL = 50;

    /** A view never changes, so neither do its totals; by identity, since to compare two views costs more than both. */
    private final Cache<CommitmentsView, Finance> added = Caffeine.newBuilder().weakKeys().softValues().build();

    @Override public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Partnership", type -> type
                .dataFetcher("finance", Fetcher.one(Finance.class, env -> Objects.requireNonNull(
                        added.get(PartnershipAt.of(env).view().commitments(), Finance::of)))));
        wiring.type("Finance", type -> type
                .dataFetcher("years", Fetcher.list(Total.class, env ->
                        Sources.of(env, Finance.class).years().stream().filter(t -> wanted(env, t)).toList()))
                .dataFetcher("partners", Fetcher.page(PartnerTotal.class, FinanceWiring::partners))
                .dataFetcher("provisos", Fetcher.page(ProvisoAttached.class, FinanceWiring::provisos))
                .dataFetcher("cycles", Fetcher.page(Cycle.class, env -> Arguments.page(env, USUAL).of('y',
                        Sources.of(env, Finance.class).cycles().stream(), c -> key(c.provisos().getFirst())))));
        wiring.type("FinanceYear", type -> restsOn(type, Total.class, t -> t)
                .dataFetcher("year", Fetcher.one(LocalDate.class, env ->
                        Objects.requireNonNull(Sources.of(env, Total.class).year()).begins()))
                .dataFetcher("inWords", Fetcher.one(String.class, env ->
                        Objects.requireNonNull(Sources.of(env, Total.class).year()).words())));
        wiring.type("FinancePartner", type -> restsOn(type, PartnerTotal.class, PartnerTotal::total)
                .dataFetcher("partnerId", Fetcher.one(String.class, env ->
                        Sources.of(env, PartnerTotal.class).partner().value()))
                .dataFetcher("partner", Fetcher.one(Partner.class, env ->
                        Looked.up(Sources.of(env, PartnerTotal.class).partner(),
                                PartnershipAt.of(env).view().partners().partners()))));
    }

    private static <T> TypeRuntimeWiring.Builder restsOn(TypeRuntimeWiring.Builder type, Class<T> source,
                                                         Function<T, Total> of) {
        return type.dataFetcher("restsOn", Fetcher.page(Act.class, env -> {
            String figure = env.getArgument("figure");
            Stream<Act> acts = of.apply(Sources.of(env, source))
                    .restsOn(figure == null ? null : Total.Figure.valueOf(figure));
            return Arguments.page(env, USUAL).of('b', acts, a -> "%019d".formatted(a.index()));
        }));
    }

    private static boolean wanted(DataFetchingEnvironment env, Total total) {
        String kind = env.getArgument("kind");
        String currency = env.getArgument("currency");
        return (kind == null || total.kind().name().equals(kind))
                && (currency == null || currency.equals(total.currency()));
    }

    private static Connection<PartnerTotal> partners(DataFetchingEnvironment env) {
        return Arguments.page(env, USUAL).of('f', Sources.of(env, Finance.class).partners().stream()
                .filter(p -> wanted(env, p.total())), p ->
                p.partner() + " " + p.total().kind().ordinal() + " " + p.total().currency());
    }

    private static Connection<ProvisoAttached> provisos(DataFetchingEnvironment env) {
        String standing = env.getArgument("standing");
        return Arguments.page(env, USUAL).of('v', Sources.of(env, Finance.class).provisos()
                .filter(p -> standing == null || p.standing().name().equals(standing)), FinanceWiring::key);
    }

    private static String key(ProvisoAttached proviso) {
        return "%019d.%s".formatted(proviso.attached().index(), proviso.id());
    }
}
