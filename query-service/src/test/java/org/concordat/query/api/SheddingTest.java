package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.net.http.HttpResponse;
import org.concordat.wiring.memory.Pressure;
import org.concordat.wiring.memory.Shed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What is refused while memory is short, and what goes on. */
@FrontTest
class SheddingTest {

    private static final String READ = "{ testTree(first: 1) { edges { node { name } } } }";
    private static final String COMMAND = "mutation { startAction(input: {action: \"action-mash.culture.A03\"}) { id } }";

    @LocalServerPort int port;
    @Autowired Pressure pressure;
    Client client;

    @BeforeEach void signIn() {
        client = Client.signedIn(port);
    }

    @AfterEach void enoughAgain() {
        when(pressure.shed()).thenReturn(Shed.NOTHING);
    }

    @Test void reads_are_refused_first_and_told_when_to_come_again() {
        when(pressure.shed()).thenReturn(Shed.READS);
        JsonNode answer = client.ask(READ);
        assertThat(Client.code(answer)).isEqualTo("OVERLOADED");
        assertThat(answer.at("/errors/0/extensions/details/retryAfterSeconds").asInt()).isEqualTo(5);
        assertThat(answer.path("data").isMissingNode() || answer.path("data").isNull()).isTrue();
        assertThat(client.ask(COMMAND).has("errors")).isFalse();
        when(pressure.shed()).thenReturn(Shed.NOTHING);
        assertThat(client.ask(READ).has("errors")).isFalse();
    }

    @Test void commands_are_refused_last_and_nothing_of_them_is_sent() {
        when(pressure.shed()).thenReturn(Shed.ALL);
        int sent = FrontTestApp.SENT.size();
        assertThat(client.code(COMMAND)).isEqualTo("OVERLOADED");
        assertThat(FrontTestApp.SENT).hasSize(sent);
        assertThat(client.code(READ)).isEqualTo("OVERLOADED");
    }

    @Test void other_doors_answer_503_and_liveness_is_as_ever() {
        when(pressure.shed()).thenReturn(Shed.READS);
        HttpResponse<String> answer = client.get("/evidence?partnership=partnership-mash");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).contains("\"OVERLOADED\"").contains("in 5 seconds");
        assertThat(client.get("/imports/partnership-mash").statusCode()).isEqualTo(503);
        assertThat(client.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }
}
