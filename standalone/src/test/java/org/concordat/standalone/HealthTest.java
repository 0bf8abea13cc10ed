package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator's probes see, over HTTP. */
class HealthTest {

    private final DemoServer demo = DemoServer.shared();

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private JsonNode seen(String path) {
        return seen("programme", path);
    }

    private JsonNode seen(String person, String path) {
        return read(DemoServer.send(demo.request(person, path).GET().build()));
    }

    private HttpResponse<String> stranger(String path) {
        return DemoServer.send(HttpRequest.newBuilder(URI.create(demo.address() + path)).GET().build());
    }

    @Test void liveness_depends_on_nothing_else() {
        JsonNode liveness = seen("/actuator/health/liveness");
        assertThat(liveness.path("status").asString()).isEqualTo("UP");
        assertThat(liveness.path("components").propertyNames()).isSubsetOf("livenessState");
    }

    @Test void readiness_asks_the_database_the_ledger_and_the_issuer() {
        JsonNode readiness = seen("/actuator/health/readiness");
        assertThat(readiness.path("status").asString()).isEqualTo("UP");
        assertThat(readiness.path("components").propertyNames()).contains("db", "ledger", "issuer");
        JsonNode ledger = readiness.at("/components/ledger/details");
        assertThat(ledger.propertyNames()).contains("head", "storeHead", "lag", "unknownEvents", "unknownTypes");
        assertThat(ledger.path("head").asLong()).isPositive();
    }

    @Test void a_probe_without_a_token_is_told_up_or_down_and_no_more() {
        assertThat(stranger("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(read(stranger("/actuator/health/readiness")).propertyNames()).containsExactly("status");
        assertThat(read(stranger("/actuator/health/liveness")).propertyNames()).containsExactly("status");
        assertThat(stranger("/actuator/health").statusCode()).isEqualTo(401);
    }

    @Test void whoever_does_not_operate_it_is_told_no_more() {
        for (String path : new String[] {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"}) {
            assertThat(seen("auditor", path).propertyNames()).as(path).doesNotContain("components", "details").contains("status");
        }
    }

    @ParameterizedTest @ValueSource(strings = {"env", "beans", "heapdump", "metrics", "shutdown", "loggers"})
    void nothing_else_of_the_actuator_is_served(String endpoint) {
        assertThat(DemoServer.send(demo.request("auditor", "/actuator/" + endpoint).GET().build()).statusCode()).isEqualTo(404);
    }

    @Test void who_operates_reads_what_there_is_to_watch() {
        demo.code("auditor", "mutation { acceptLead(input: {action: \"action-mash.finance.A17\"}) { id } }");
        String metrics = DemoServer.send(demo.request("programme", "/actuator/prometheus").GET().build()).body();
        assertThat(metrics).contains("concordat_commands_total{answer=\"RECORDED\"", "answer=\"NOT_AUTHORISED\",command=\"AcceptLead\"",
                "concordat_ledger_head ", "concordat_ledger_lag ", "concordat_ledger_failing 0.0", "concordat_due_late_seconds ",
                "concordat_kept_bytes{kept=\"views\"", "jvm_memory_used_bytes");
        assertThat(metrics).as("persons and things").doesNotContain("programme", "auditor", "mash");
    }

    @Test void nobody_else_does() {
        assertThat(DemoServer.send(demo.request("auditor", "/actuator/prometheus").GET().build()).statusCode()).isEqualTo(404);
        assertThat(stranger("/actuator/prometheus").statusCode()).isEqualTo(401);
    }
}
