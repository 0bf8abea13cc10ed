package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.standalone.Partnership.TODAY;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Partners commit over HTTP: every refusal by its code, in words, with nothing recorded; and every currency to its last decimal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommittingTest {

    /** The first finance year of the tests: it is over, whatever today is. */
    private static final int FIRST = TODAY.getYear() - 2;
    private static final String TEN = "10000.00";
    private static final String FINANCE = "{decisionClass: PARTNERSHIP, type: \"finance\", levels: [STRATEGIC], amount: \"%s\","
            + " currency: \"%s\", finalWord: false, delegable: false}";

    private final Client client = DemoServer.shared().client();

    private record Refusal(String code, String person, String command, String input) {
        Arguments named(String what) {
            return Arguments.argumentSet(what, this);
        }
    }

    private Stream<Arguments> refusals() {
        Partnership hub = Partnership.established(client, "money");
        hub.mandate("police-money", "police", FINANCE.formatted("40000.00", "GBP"));
        hub.here("giveMandate", hub.mandateSays("ssotp-money", "ssotp", FINANCE.formatted("40000.00", "GBP"))
                .replace("from: \"" + TODAY, "from: \"" + TODAY.plusDays(1)));
        for (String local : List.of("firm", "closed", "partly")) committed(hub, local);
        hub.does("programme", "receiveContribution", received(hub, "firm", FIRST, "2500.00"));
        hub.does("programme", "closeFinanceYear", closing(hub, "closed", FIRST));
        hub.does("police", "withdrawCommitment", withdrawn(hub, "partly", FIRST + 3));
        hub.does("police", "offerCommitment", offer(hub, "gone", "GBP", TEN, TEN, TEN));
        hub.does("police", "withdrawCommitment", withdrawn(hub, "gone", FIRST));
        hub.does("police", "offerCommitment", offer(hub, "beyond", "GBP", TEN, TEN, "20000.01"));
        for (String partner : List.of("scc", "ssotp")) {
            hub.does(partner, "offerCommitment", offer(hub, "of-" + partner, "GBP", TEN, TEN, TEN));
        }
        return Stream.concat(offers(hub), acts(hub));
    }

    private Stream<Arguments> offers(Partnership hub) {
        return Stream.of(
                offering(hub, "YEARS_NOT_STATED", TEN, TEN).named("two years of three"),
                offering(hub, "NOT_AN_AMOUNT", TEN, "1.005", TEN).named("more decimals than the currency has"),
                offering(hub, "NOT_AN_AMOUNT", TEN, "9".repeat(40), TEN).named("forty digits"),
                offering(hub, "BAD_INPUT", TEN, "9".repeat(5_000), TEN).named("five thousand digits"),
                offering(hub, "NOT_AN_AMOUNT", TEN, "-0.01", TEN).named("a negative amount"),
                offering(hub, "BAD_INPUT", TEN, "NaN", TEN).named("no number"),
                offering(hub, "BAD_INPUT", TEN, "Infinity", TEN).named("no end"),
                offering(hub, "BAD_INPUT", TEN, "1e3", TEN).named("an exponent"),
                offering(hub, "BAD_INPUT", TEN, "", TEN).named("a blank year"),
                says(hub, "YEARS_NOT_IN_A_ROW", offer(hub, "x", "GBP", TEN, TEN, TEN)
                        .replace(year(FIRST + 1), year(FIRST + 3))).named("a year missing"),
                says(hub, "YEARS_NOT_IN_A_ROW", offer(hub, "x", "GBP", TEN, TEN, TEN)
                        .replace(year(FIRST + 1), year(FIRST))).named("a year twice"),
                says(hub, "NOT_A_FINANCE_YEAR", offer(hub, "x", "GBP", TEN, TEN, TEN)
                        .replace(year(FIRST + 1), FIRST + 1 + "-01-01")).named("a year that overlaps another"),
                says(hub, "BAD_INPUT", offer(hub, "x", "GBP", TEN, TEN, TEN)
                        .replace("amount: \"" + TEN + "\"}]", "amount: \"1.00\", currency: \"EUR\"}]")).named("a second currency"),
                says(hub, "BAD_INPUT", offer(hub, "x", "XYZ", TEN, TEN, TEN)).named("no currency there is"),
                says(hub, "BAD_INPUT", offer(hub, "x", "XAU", TEN, TEN, TEN)).named("gold"),
                says(hub, "NOT_AN_AMOUNT", offer(hub, "x", "JPY", "1", "1.5", "1")).named("half a yen"),
                says(hub, "NOT_AN_AMOUNT", offer(hub, "x", "BHD", "1", "1.0005", "1")).named("half a fils"));
    }

    private Stream<Arguments> acts(Partnership hub) {
        return Stream.of(
                new Refusal("MANDATE_FALLS_SHORT", "police", "confirmCommitment", about(hub, "beyond")).named("beyond the mandate"),
                new Refusal("NO_MANDATE_TO_COMMIT", "scc", "confirmCommitment", about(hub, "of-scc")).named("without a mandate for money"),
                new Refusal("NO_MANDATE_TO_COMMIT", "ssotp", "confirmCommitment", about(hub, "of-ssotp"))
                        .named("with a mandate from tomorrow on"),
                new Refusal("NOT_YOUR_COMMITMENT", "scc", "confirmCommitment", about(hub, "beyond")).named("another's commitment"),
                varying(hub, "MANDATE_FALLS_SHORT", "firm", TEN, TEN, TEN, "10000.01").named("varying beyond the mandate"),
                varying(hub, "BELOW_RECEIVED", "firm", "2499.99", TEN, TEN, TEN).named("varying below what was received"),
                varying(hub, "YEAR_CLOSED", "closed", "1.00", TEN, TEN, TEN).named("varying a closed year"),
                new Refusal("NOT_CONFIRMED", "programme", "receiveContribution", received(hub, "gone", FIRST, "1.00"))
                        .named("receiving on a withdrawn commitment"),
                new Refusal("YEAR_WITHDRAWN", "programme", "receiveContribution", received(hub, "partly", FIRST + 3, "1.00"))
                        .named("receiving for a withdrawn year"),
                new Refusal("NOT_AN_AMOUNT", "programme", "receiveContribution", received(hub, "firm", FIRST, "-1.00"))
                        .named("receiving less than nothing"),
                new Refusal("NOT_AUTHORISED", "police", "receiveContribution", received(hub, "firm", FIRST, "1.00"))
                        .named("booking one's own contribution"),
                new Refusal("YEAR_CLOSED", "programme", "closeFinanceYear", closing(hub, "closed", FIRST)).named("closing a year twice"),
                new Refusal("YEAR_NOT_OVER", "programme", "closeFinanceYear", closing(hub, "closed", FIRST + 3))
                        .named("closing a year to come"),
                new Refusal("VARIANCE_UNEXPLAINED", "programme", "closeFinanceYear", about(hub, "firm") + ", year: \"" + year(FIRST) + "\"")
                        .named("closing without a word on the variance"),
                new Refusal("NOT_FOUND", "social-care", "confirmCommitment", about(hub, "beyond")).named("somebody from elsewhere"));
    }

    @ParameterizedTest @MethodSource("refusals") void is_refused_and_nothing_recorded(Refusal refusal) {
        long before = recorded();
        JsonNode answer = client.ask(refusal.person(), "mutation { " + refusal.command() + "(input: {" + refusal.input() + "}) { id } }");
        JsonNode error = answer.path("errors").path(0);
        assertThat(error.at("/extensions/code").asString()).as(answer.toString()).isEqualTo(refusal.code());
        assertThat(error.path("message").asString()).isNotBlank();
        assertThat(answer.path("errors").toString()).doesNotContain("Exception", "org.concordat", "java.", "jackson", "select ", "null");
        assertThat(recorded()).isEqualTo(before);
    }

    private static long recorded() {
        return DemoServer.shared().bean(JdbcClient.class).sql("select count(*) from event where aggregate_id like 'commitment-money.%'"
                + " or aggregate_id = 'partnership-money'").query(Long.class).single();
    }

    @Test void a_currency_has_the_decimals_it_has_both_ways() {
        Partnership hub = Partnership.established(client, "currencies");
        exact(hub, "BHD", "2469.136", "1234.568", "1.2", "1233.368");
        exact(hub, "KWD", "0.003", "0.001", "0.001", "0.001");
        exact(hub, "JPY", "90071992547409930", "90071992547409928", "1", "1");
        exact(hub, "GBP", "90071992547409.95", "90071992547409.93", "0.01", "0.01");
    }

    private void exact(Partnership hub, String currency, String mandate, String... amounts) {
        String local = currency.toLowerCase(java.util.Locale.ROOT);
        hub.mandate("in-" + local, "police", FINANCE.formatted(mandate, currency));
        hub.does("police", "offerCommitment", offer(hub, local, currency, amounts));
        JsonNode receipt = hub.does("police", "confirmCommitment", about(hub, local));
        JsonNode read = hub.at(receipt, "finance { years(currency: \"" + currency + "\") { firm } } mandates(first: 100) { edges { node {"
                + " scope { amount currency } } } } commitments(filter: {currency: \"" + currency + "\"}) { edges { node { sum"
                + " years { amount firm } } } }");
        int decimals = java.util.Currency.getInstance(currency).getDefaultFractionDigits();
        List<String> whole = Stream.of(amounts).map(a -> new java.math.BigDecimal(a).setScale(decimals).toPlainString()).toList();
        assertThat(texts(read.at("/finance/years"), "/firm")).isEqualTo(whole);
        assertThat(texts(read.at("/commitments/edges/0/node/years"), "/amount")).isEqualTo(whole);
        assertThat(read.at("/commitments/edges/0/node/sum").asString()).isEqualTo(mandate);
        assertThat(texts(read.at("/mandates/edges"), "/node/scope/amount")).contains(mandate);
    }

    private static List<String> texts(JsonNode many, String field) {
        return many.valueStream().map(one -> one.at(field).asString()).toList();
    }

    private void committed(Partnership hub, String local) {
        hub.does("police", "offerCommitment", offer(hub, local, "GBP", TEN, TEN, TEN, TEN));
        hub.does("police", "confirmCommitment", about(hub, local));
    }

    private Refusal offering(Partnership hub, String code, String... amounts) {
        return says(hub, code, offer(hub, "x", "GBP", amounts));
    }

    private static Refusal varying(Partnership hub, String code, String local, String... amounts) {
        return new Refusal(code, "police", "varyCommitment", about(hub, local) + ", provisos: [], reason: \"Otherwise\", years: "
                + years(amounts));
    }

    private static Refusal says(Partnership hub, String code, String offer) {
        return new Refusal(code, "police", "offerCommitment", offer);
    }

    private static String offer(Partnership hub, String local, String currency, String... amounts) {
        return ("partnershipId: \"%s\", commitmentId: \"%s\", title: \"%s\", unit: {kind: MONEY, currency: \"%s\"}, form: CASH,"
                + " spend: REVENUE, level: STRATEGIC, type: \"finance\", provisos: [], years: %s").formatted(hub.id(),
                hub.id("commitment", local), local, currency, years(amounts));
    }

    private static String years(String... amounts) {
        List<String> years = new ArrayList<>();
        for (String amount : amounts) years.add("{year: \"" + year(FIRST + years.size()) + "\", amount: \"" + amount + "\"}");
        return "[" + String.join(", ", years) + "]";
    }

    private static String year(int begins) {
        return begins + "-04-01";
    }

    private static String about(Partnership hub, String local) {
        return "commitmentId: \"" + hub.id("commitment", local) + "\"";
    }

    private static String received(Partnership hub, String local, int year, String amount) {
        return about(hub, local) + ", year: \"" + year(year) + "\", amount: \"" + amount + "\", reference: \"Ledger 1\"";
    }

    private static String closing(Partnership hub, String local, int year) {
        return about(hub, local) + ", year: \"" + year(year) + "\", explanation: \"Nothing came.\"";
    }

    private static String withdrawn(Partnership hub, String local, int from) {
        return about(hub, local) + ", from: \"" + year(from) + "\", reason: \"No longer\"";
    }
}
