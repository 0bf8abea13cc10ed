package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.standalone.PurgedTest.put;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Names over HTTP, on a database: who may keep them, and who is shown them. */
class DirectoryTest {

    private static final String POLICE = "Demo: police representative";

    private final DemoServer demo = DemoServer.shared();
    private final Client client = demo.client();

    @AfterEach void asItWas() {
        put(demo, "programme", "police", "{\"name\": \"" + POLICE + "\"}");
    }

    private HttpResponse<String> read(String caller, String person) {
        return Deployment.send(demo.request(caller, "/directory/" + person).GET().build());
    }

    private HttpResponse<String> forget(String caller, String person) {
        return Deployment.send(demo.request(caller, "/directory/" + person).DELETE().build());
    }

    private static String code(HttpResponse<String> answer) {
        return answer.statusCode() + " " + Deployment.JSON.readTree(answer.body()).path("code").asString();
    }

    private String nameOfPolice() {
        return client.ask("auditor", "{ node(id: \"appointment-mash.police\") { ... on Appointment { name } } }")
                .at("/data/node/name").asString("");
    }

    @Test void the_programme_office_enters_reads_replaces_and_forgets() {
        assertThat(Deployment.JSON.readTree(read("programme", "police").body()).path("name").asString()).isEqualTo(POLICE);
        assertThat(put(demo, "programme", "police", "{\"name\": \" Zoë O'Neill-王 \"}").statusCode()).isEqualTo(204);
        assertThat(Deployment.JSON.readTree(read("programme", "police").body()).path("name").asString()).isEqualTo("Zoë O'Neill-王");
        assertThat(forget("programme", "police").statusCode()).isEqualTo(204);
        assertThat(forget("programme", "police").statusCode()).isEqualTo(204);
        assertThat(code(read("programme", "police"))).isEqualTo("404 NOT_FOUND");
    }

    @Test void somebody_forgotten_who_is_appointed_goes_on_acting_by_the_opaque_id() {
        Awaitility.await().untilAsserted(() -> assertThat(nameOfPolice()).isEqualTo(POLICE));
        forget("programme", "police");
        Awaitility.await().untilAsserted(() -> assertThat(nameOfPolice()).isEmpty());
        assertThat(client.ask("police", "{ me { person name } partnership(id: \"partnership-mash\") { name } }").toString())
                .contains("\"person\":\"police\"", "\"name\":null", "MASH");
        assertThat(client.ask("auditor", "{ partnership(id: \"partnership-mash\", at: {asOf: \"2013-06-01\"})"
                + " { appointments { person name } } }").toString()).doesNotContain(POLICE).contains("Demo: chair");
    }

    private List<String> forgettings(String partnership) {
        return client.ask("auditor", "{ partnership(id: \"" + partnership + "\") { reads(first: 100, filter: {kind: FORGETTING})"
                + " { edges { node { person target } } } } }").at("/data/partnership/reads/edges").valueStream()
                .map(edge -> edge.at("/node/person").asString() + " " + edge.at("/node/target").asString()).toList();
    }

    @Test void who_forgot_whom_is_on_the_trail_of_each_of_the_offices_partnerships() {
        Partnership hub = Partnership.established(client, "offices");
        hub.at(hub.here("admitPartner", "partner: \"" + hub.id("partner", "late") + "\", name: \"Late\""), "id");
        int before = forgettings("partnership-mash").size();
        assertThat(forget("chair", "police").statusCode()).isEqualTo(403);
        assertThat(forget("programme", "police").statusCode()).isEqualTo(204);
        assertThat(forgettings("partnership-mash")).hasSize(before + 1).last().isEqualTo("programme police");
        assertThat(forgettings(hub.id())).containsExactly("programme police");
    }

    @Test void what_the_trail_cannot_record_is_not_forgotten() {
        JdbcClient database = demo.bean(JdbcClient.class);
        database.sql("alter table trail rename to trail_away").update();
        try {
            assertThat(code(forget("programme", "police"))).isEqualTo("503 NOT_RECORDED");
            assertThat(read("programme", "police").body()).contains(POLICE);
        } finally {
            database.sql("alter table trail_away rename to trail").update();
        }
        assertThat(forget("programme", "police").statusCode()).isEqualTo(204);
        assertThat(code(read("programme", "police"))).isEqualTo("404 NOT_FOUND");
    }

    @Test void nobody_else_keeps_names_and_outsiders_see_nobody() {
        for (String caller : new String[] {"chair", "auditor", "police"}) {
            assertThat(code(read(caller, "police"))).isEqualTo("403 NOT_AUTHORISED");
            assertThat(code(put(demo, caller, "police", "{\"name\": \"x\"}"))).isEqualTo("403 NOT_AUTHORISED");
            assertThat(code(forget(caller, "police"))).isEqualTo("403 NOT_AUTHORISED");
        }
        for (String person : new String[] {"police", "nobody", "%00", "x".repeat(200)}) {
            assertThat(read("outsider", person).statusCode()).as(person).isIn(400, 404);
        }
        assertThat(read("outsider", "police").body()).isEqualTo(read("outsider", "nobody").body());
        assertThat(code(read("programme", "nobody"))).isEqualTo("404 NOT_FOUND");
        assertThat(Deployment.send(HttpRequest.newBuilder(URI.create(demo.address() + "/directory/police")).build()).statusCode())
                .isEqualTo(401);
        assertThat(Deployment.send(demo.request("programme", "/directory").GET().build()).statusCode()).isEqualTo(404);
        assertThat(Deployment.JSON.readTree(read("programme", "police").body()).path("name").asString()).isEqualTo(POLICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "\"Secretia\"", "{\"name\": 7}", "{\"name\": null}", "{\"name\": \"\"}", "{\"name\": \"  \"}",
        "{\"name\": \"Secretia\\nTwo\"}", "{\"name\": \"Secretia\\u0000\"}", "{\"name\": \"Secretia\\ud800\"}", "{\"name\": \"Secretia\"",
        "{\"name\": \"Secretia\", \"born\": \"1970\"}", "long", "huge"})
    void what_is_no_name_is_refused_and_never_repeated(String body) {
        String sent = switch (body) {
            case "long" -> "{\"name\": \"" + "Secretia".repeat(26) + "\"}";
            case "huge" -> "{\"name\": \"Secretia" + " ".repeat(100_000) + "\"}";
            default -> body;
        };
        HttpResponse<String> answer = put(demo, "programme", "police", sent);
        assertThat(code(answer)).isEqualTo("422 MALFORMED");
        assertThat(answer.body()).doesNotContain("Secretia", "Exception");
        assertThat(Deployment.JSON.readTree(read("programme", "police").body()).path("name").asString()).isEqualTo(POLICE);
    }

    @Test void no_name_is_learned_through_another_partnership() {
        Partnership hub = Partnership.established(client, "names");
        hub.here("drawUpItem", "itemId: \"" + hub.id("item", "a") + "\", area: CULTURE, title: \"A\", component: PEOPLE");
        hub.does("programme", "agreeAction", "itemId: \"%s\", action: \"%s\", methods: [\"By talking\"], timescale: {ongoing: {printed: \"x\"}}"
                .formatted(hub.id("item", "a"), hub.id("action", "a.A01")));
        String lead = "action: \"" + hub.id("action", "a.A01") + "\", lead: {person: {person: \"%s\"}}";
        hub.does("programme", "assignLead", lead.formatted("social-care"));
        JsonNode assigned = hub.does("programme", "assignLead", lead.formatted("social-care"));
        String name = "{ node(id: \"" + hub.id("action", "a.A01") + "\") { ... on Action { lead { ... on LeadPerson { person name } } } } }";
        hub.at(assigned, "id");
        assertThat(client.ask("programme", name).at("/data/node/lead").toString())
                .isEqualTo("{\"person\":\"social-care\",\"name\":null}");
        hub.at(hub.does("programme", "assignLead", lead.formatted("police")), "id");
        assertThat(client.ask("programme", name).at("/data/node/lead/name").asString()).isEqualTo(POLICE);
    }

    @Test void names_are_in_no_entry() {
        assertThat(demo.bean(JdbcClient.class).sql("select count(*) from ledger where position('Demo: '::bytea in payload) > 0"
                + " or position('Demo: '::bytea in envelope) > 0").query(Integer.class).single()).isZero();
    }
}
