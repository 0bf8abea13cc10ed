package org.concordat.query.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concordat.api.commitment.FinanceYears;
import org.concordat.query.api.Cursor;
import org.concordat.query.api.Page;
import org.concordat.query.commitment.CommitmentsView;
import org.concordat.query.commitment.Cycle;
import org.concordat.query.commitment.Finance;
import org.concordat.query.commitment.PartnerTotal;
import org.concordat.query.commitment.Reliance;
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

    private final Cache<Finance, List<Cycle>> cycles = Caffeine.newBuilder().weakKeys().softValues().build();

    @Override public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Partnership", type -> type
                .dataFetcher("finance", Fetcher.one(Finance.class, env -> Objects.requireNonNull(
                        added.get(PartnershipAt.of(env).view().commitments(), Finance::of)))));
        wiring.type("Finance", type -> type
                .dataFetcher("yearsBegin", Fetcher.one(String.class, env ->
                        agreed(env).begins().toString().substring("--".length())))
                .dataFetcher("yearsAtLeast", Fetcher.one(Integer.class, env -> agreed(env).atLeast()))
                .dataFetcher("years", Fetcher.list(Total.class, env ->
                        Sources.of(env, Finance.class).years().stream().filter(t -> wanted(env, t)).toList()))
                .dataFetcher("partners", Fetcher.page(PartnerTotal.class, FinanceWiring::partners))
                .dataFetcher("provisos", Fetcher.page(ProvisoAttached.class, FinanceWiring::provisos))
                .dataFetcher("cycles", Fetcher.page(Cycle.class, env -> inOrder(env, 'y',
                        Objects.requireNonNull(cycles.get(Sources.of(env, Finance.class), Finance::cycles)).stream(),
                        c -> key(c.provisos().getFirst())))));
        wiring.type("Proviso", type -> type.dataFetcher("reliance", Fetcher.one(Reliance.class, env ->
                Reliance.on(Sources.of(env, ProvisoAttached.class), PartnershipAt.of(env).view().commitments()))));
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
            Page page = Arguments.page(env, USUAL);
            long after = Cursor.index('b', page.after());
            return page.connection(acts.filter(a -> a.index() > after).limit(page.first() + 1L).toList(), a -> a,
                    a -> Cursor.of('b', a.index()));
        }));
    }

    private static FinanceYears agreed(DataFetchingEnvironment env) {
        return PartnershipAt.of(env).view().partners().roll().financeYears();
    }

    private static boolean wanted(DataFetchingEnvironment env, Total total) {
        String kind = env.getArgument("kind");
        String currency = env.getArgument("currency");
        return (kind == null || total.kind().name().equals(kind))
                && (currency == null || currency.equals(total.currency()));
    }

    private static Connection<PartnerTotal> partners(DataFetchingEnvironment env) {
        return inOrder(env, 'f', Sources.of(env, Finance.class).partners().stream()
                .filter(p -> wanted(env, p.total())), p ->
                p.partner() + " " + p.total().kind().ordinal() + " " + p.total().currency());
    }

    private static Connection<ProvisoAttached> provisos(DataFetchingEnvironment env) {
        String standing = env.getArgument("standing");
        return inOrder(env, 'v', Sources.of(env, Finance.class).provisos().stream()
                .filter(p -> standing == null || p.standing().name().equals(standing)), FinanceWiring::key);
    }

    /** Of things that are in the order of their keys already: there may be thousands, of which few are asked for. */
    private static <T> Connection<T> inOrder(DataFetchingEnvironment env, char kind, Stream<T> all,
                                             Function<T, String> key) {
        Page page = Arguments.page(env, USUAL);
        String after = Cursor.key(kind, page.after());
        return page.connection(all.filter(t -> after == null || key.apply(t).compareTo(after) > 0)
                .limit(page.first() + 1L).toList(), t -> t, t -> new Cursor(kind, key.apply(t)));
    }

    private static String key(ProvisoAttached proviso) {
        return "%019d.%s".formatted(proviso.attached().index(), proviso.id());
    }
}
