package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is sent beside the path, and days and moments from the edge of the calendar, by every door. */
class ParametersTest {

    private final DemoServer demo = DemoServer.shared();

    private void refused(String path) {
        HttpResponse<String> answer = DemoServer.send(demo.request("programme", path).GET().build());
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        assertThat(DemoServer.JSON.readTree(answer.body()).at("/errors/0/extensions/code").asString()).isEqualTo("BAD_INPUT");
    }

    @ParameterizedTest @ValueSource(strings = {"/evidence?person=police", "/evidence?partnership=partnership-mash&person=police",
        "/evidence?partnership=partnership-mash&Decision=decision-mash.vision", "/evidence?partnership=partnership-mash&partnership=partnership-x",
        "/ledger/checkpoint?size=1", "/ledger/tile/0/000?x", "/imports/partnership-mash?full=true", "/directory/police?all"})
    void an_address_refuses_what_it_does_not_know(String path) {
        refused(path);
    }

    @ParameterizedTest @ValueSource(strings = {"%2B999999999-01-01", "-0001-01-01", "0000-12-31", "2013-02-30", "10000-01-01", "2013-1-1", ""})
    void a_day_outside_the_years_1_to_9999_is_none(String day) {
        refused("/evidence?partnership=partnership-mash&from=" + day + "&to=2013-01-31");
    }

    @Test void sign_in_takes_what_an_issuer_adds() {
        String basic = Base64.getEncoder().encodeToString("police:demo".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = DemoServer.send(HttpRequest.newBuilder(URI.create(demo.signIn() + "?kc_idp_hint=x"))
                .header("Authorization", "Basic " + basic).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&audience=concordat&more=1")).build());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest @ValueSource(strings = {"asKnownAt: \"-1000000000-01-01T00:00:00Z\"", "asKnownAt: \"+1000000000-12-31T23:59:59Z\"",
        "asKnownAt: \"0000-12-31T23:59:59Z\"", "asKnownAt: \"+10000-01-01T00:00:00Z\"", "asOf: \"0000-01-01\"", "asOf: \"-0001-01-01\""})
    void a_moment_outside_them_is_none(String at) {
        assertThat(demo.code("police", "{ partnership(id: \"partnership-mash\", at: {" + at + "}) { name } }")).isEqualTo("BAD_INPUT");
        assertThat(demo.code("police", "{ partnership(id: \"partnership-mash\") { changes(since: {" + at + "}) { edges { node { what } } } } }"))
                .isEqualTo("BAD_INPUT");
    }

    @ParameterizedTest @ValueSource(strings = {"0001-01-01", "9999-12-31"})
    void the_first_and_the_last_of_them_are_answered(String day) {
        for (String at : new String[] {"asOf: \"" + day + "\"", "asKnownAt: \"" + day + "T23:59:59.999Z\"",
            "asOf: \"" + day + "\", asKnownAt: \"" + day + "T00:00:00Z\""}) {
            JsonNode answer = demo.ask("police", ("{ partnership(id: \"partnership-mash\", at: {%1$s}) { name plan { items { title } } "
                    + "history(first: 1, filter: {from: \"%2$s\", to: \"%2$s\"}) { edges { node { type } } } "
                    + "replay(first: 1, from: {time: \"%2$sT00:00:00Z\"}) { edges { cursor } } "
                    + "changes(since: {%1$s}, first: 1) { edges { node { what } } } finance { years(kind: MONEY, currency: \"GBP\") { year firm } } "
                    + "waitingFor(partner: \"partner-mash.police\", first: 1) { edges { node { sentence } } } } }").formatted(at, day));
            assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        }
    }
}
