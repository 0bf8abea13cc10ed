package org.concordat.query.reading;

import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.concordat.api.commitment.CommitmentEvent.FinanceYearClosed;
import org.concordat.api.commitment.CommitmentKind;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.commitment.Form;
import org.concordat.api.commitment.Investment;
import org.concordat.api.commitment.Spend;
import org.concordat.api.commitment.YearAccount;
import org.concordat.api.commitment.YearAmount;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.query.api.Cursor;
import org.concordat.query.api.Page;
import org.concordat.query.commitment.Commitment;
import org.concordat.query.commitment.Commitment.Said;
import org.concordat.query.document.Document;
import org.concordat.query.partnership.Mandate;
import org.concordat.query.partnership.Partner;
import org.concordat.query.plan.Action;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** What commitments answer beside their records' own components. */
@Component
class CommitmentWiring implements RuntimeWiringConfigurer {

    private static final int USUAL = 50;
    private static final char CURSOR = 'k';

    @Override public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Partnership", type -> type
                .dataFetcher("commitments", Fetcher.page(Commitment.class, CommitmentWiring::commitments)));
        commitment(wiring);
        years(wiring);
        wiring.type("CommitmentConfirmation", type -> mandate(amount(type, Said.Confirmation.class, "sum",
                Said.Confirmation::sum), Said.Confirmation.class, Said.Confirmation::mandateId)
                .dataFetcher("mandateId", Fetcher.one(MandateId.class, env ->
                        Sources.of(env, Said.Confirmation.class).mandateId())));
        wiring.type("CommitmentVariation", type -> mandate(type, Said.Variation.class, Said.Variation::mandateId));
        wiring.type("CommitmentWithdrawal", type -> type.dataFetcher("from", Fetcher.one(LocalDate.class, env ->
                Sources.of(env, Said.Withdrawal.class).from().begins())));
        wiring.type("Contribution", type -> amount(type, Said.Contribution.class, "amount", Said.Contribution::amount)
                .dataFetcher("year", Fetcher.one(LocalDate.class, env ->
                        Sources.of(env, Said.Contribution.class).year().begins())));
        investment(wiring);
    }

    private static Connection<Commitment> commitments(DataFetchingEnvironment env) {
        Page page = Arguments.page(env, USUAL);
        Predicate<Commitment> wanted = CommitmentFilter.of(Arguments.fields(env, "filter"));
        List<Commitment> found = PartnershipAt.of(env).view().commitments().after(Cursor.index(CURSOR, page.after()))
                .filter(wanted).limit(page.first() + 1L).toList();
        return page.connection(found, c -> c, c -> Cursor.of(CURSOR, c.offered().index()));
    }

    private static void commitment(RuntimeWiring.Builder wiring) {
        wiring.type("Commitment", type -> amount(type, Commitment.class, "sum", c -> c.account().sum())
                .dataFetcher("partner", Fetcher.one(Partner.class, env -> Looked.up(of(env).partnerId(),
                        PartnershipAt.of(env).view().partners().partners())))
                .dataFetcher("kind", Fetcher.one(CommitmentKind.class, env -> of(env).unit().kind()))
                .dataFetcher("currency", Fetcher.one(String.class, env -> of(env).unit().currency()))
                .dataFetcher("form", Fetcher.one(Form.class, env -> of(env).terms().form()))
                .dataFetcher("spend", Fetcher.one(Spend.class, env -> of(env).terms().spend()))
                .dataFetcher("level", Fetcher.one(Level.class, env -> of(env).terms().level()))
                .dataFetcher("type", Fetcher.one(String.class, env -> of(env).terms().type()))
                .dataFetcher("contributions", Fetcher.page(Said.Contribution.class, env ->
                        Arguments.page(env, USUAL).of('g', of(env).all(Said.Contribution.class), c ->
                                "%019d".formatted(c.act().index())))));
    }

    private static void years(RuntimeWiring.Builder wiring) {
        wiring.type("CommitmentYear", type -> {
            year(type, YearAccount.class, YearAccount::year);
            amount(type, YearAccount.class, "amount", YearAccount::amount);
            amount(type, YearAccount.class, "firm", YearAccount::firm);
            amount(type, YearAccount.class, "conditional", YearAccount::conditional);
            amount(type, YearAccount.class, "received", YearAccount::received);
            return type.dataFetcher("closing", Fetcher.one(FinanceYearClosed.class, env ->
                    Sources.of(env, YearAccount.class).closed()));
        });
        wiring.type("YearAmount", type -> {
            year(type, YearAmount.class, YearAmount::year);
            return amount(type, YearAmount.class, "amount", YearAmount::amount);
        });
        wiring.type("CommitmentYearClosing", type -> {
            amount(type, FinanceYearClosed.class, "committed", FinanceYearClosed::committed);
            amount(type, FinanceYearClosed.class, "received", FinanceYearClosed::received);
            return amount(type, FinanceYearClosed.class, "variance", FinanceYearClosed::variance);
        });
    }

    private static void investment(RuntimeWiring.Builder wiring) {
        wiring.type("Investment", type -> type
                .dataFetcher("actionIds", Fetcher.list(String.class, env ->
                        Sources.of(env, Investment.class).actions().stream().map(a -> a.value()).toList()))
                .dataFetcher("actions", Fetcher.list(Action.class, env ->
                        Sources.of(env, Investment.class).actions().stream().flatMap(id ->
                                Stream.ofNullable(PartnershipAt.of(env).view().plan().action(id))).toList()))
                .dataFetcher("documentIds", Fetcher.list(String.class, env ->
                        Sources.of(env, Investment.class).documents().stream().map(d -> d.value()).toList()))
                .dataFetcher("documents", Fetcher.list(Document.class, env ->
                        Sources.of(env, Investment.class).documents().stream().flatMap(id ->
                                Stream.ofNullable(PartnershipAt.of(env).view().documents().document(id))).toList())));
    }

    private static <T> void year(TypeRuntimeWiring.Builder type, Class<T> source, Function<T, FinanceYear> year) {
        type.dataFetcher("year", Fetcher.one(LocalDate.class, env -> year.apply(Sources.of(env, source)).begins()))
                .dataFetcher("inWords", Fetcher.one(String.class, env -> year.apply(Sources.of(env, source)).words()));
    }

    /** In plain digits: a decimal's own words may have an exponent. */
    private static <T> TypeRuntimeWiring.Builder amount(TypeRuntimeWiring.Builder type, Class<T> source, String field,
                                                        Function<T, BigDecimal> amount) {
        return type.dataFetcher(field, Fetcher.one(String.class, env ->
                amount.apply(Sources.of(env, source)).toPlainString()));
    }

    private static <T> TypeRuntimeWiring.Builder mandate(TypeRuntimeWiring.Builder type, Class<T> source,
                                                         Function<T, @Nullable MandateId> id) {
        return type.dataFetcher("mandate", Fetcher.one(Mandate.class, env -> Looked.up(
                id.apply(Sources.of(env, source)), PartnershipAt.of(env).view().partners().mandates())));
    }

    private static Commitment of(DataFetchingEnvironment env) {
        return Sources.of(env, Commitment.class);
    }
}
