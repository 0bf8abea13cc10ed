package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.standalone.Partnership.AGREE;
import static org.concordat.standalone.Partnership.EVERYBODY;
import static org.concordat.standalone.Partnership.TODAY;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.concordat.command.automation.Due;
import org.concordat.wiring.WiringModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Deadlines and last days, with the store's clock moved over them: on time, and exactly once whoever looks. */
class FallenDueTest {

    private final DemoServer demo = DemoServer.shared();

    @AfterEach void today() {
        WiringModule.tell(Clock.systemUTC());
    }

    @Test void what_falls_due_happens_once_however_often_it_is_looked_for() throws Exception {
        Partnership hub = Partnership.established(demo.client(), "due");
        String silence = EVERYBODY.replace("quorum: 3", "quorum: 1").replace("silenceAgrees: false",
                "silenceAgrees: true");
        String open = hub.tabled("open", "We meet on Tuesdays.", silence, false, "");
        hub.position("police", "open", open, AGREE);
        String hash = hub.tabled("provided");
        hub.position("police", "provided", hash,
                "{agreeSubjectToProvisos: {provisos: [{byDate: {text: \"A room is free\", by: \""
                + TODAY.plusDays(1) + "\"}}]}}");
        hub.position("scc", "provided", hash, AGREE);
        hub.position("ssotp", "provided", hash, AGREE);
        JsonNode closed = hub.does("chair", "closeDecision", "decisionId: \"" + hub.id("decision", "provided") + "\"");

        Awaitility.await().until(() -> noted(hub) == 2);

        on(1);
        demo.bean(Due.class).runNow();
        assertThat(hub.decision(closed, "open", "standing").path("standing").asString()).isEqualTo("OPEN");
        assertThat(hub.decision(closed, "provided", "forReview").path("forReview").asBoolean()).isFalse();

        on(2);
        List<String> answers = lookedForAtOnceWhileTheChairClosesIt(hub);
        assertThat(answers).isSubsetOf("looked", "closed", "NOT_OPEN");
        Awaitility.await().until(() -> noted(hub) == 0
                && hub.decision(closed, "open", "standing").path("standing").asString().equals("CLOSED")
                && hub.decision(closed, "provided", "forReview").path("forReview").asBoolean());
        JsonNode meeting = hub.decision(closed, "open", "version result tally { agree deemed }");
        assertThat(meeting.path("result").asString()).isEqualTo("ADOPTED");
        assertThat(meeting.at("/tally/deemed").asInt()).isEqualTo(2);
        assertThat(hub.history(closed, hub.id("decision", "open"))).endsWith("decision.PositionDeemed",
                "decision.PositionDeemed",
                "decision.DecisionClosed").hasSize(5);
        assertThat(Collections.frequency(hub.history(closed, hub.id("decision", "provided")), "decision.ProvisoLapsed"))
                .isOne();
        assertThat(hub.decision(closed, "provided", "result forReview").toString()).contains("\"ADOPTED\"", "true");

        on(3);
        demo.bean(Due.class).runNow();
        assertThat(hub.decision(closed, "open", "version").path("version").asInt()).isEqualTo(5);
        assertThat(demo.bean(Due.class).lateSeconds()).isZero();
    }

    private int noted(Partnership hub) {
        return demo.bean(JdbcClient.class).sql("select count(*) from due where partnership = ?").param(hub.id())
                .query(Integer.class).single();
    }

    private static void on(int daysFromNow) {
        WiringModule.tell(Clock.offset(Clock.systemUTC(), Duration.ofDays(daysFromNow)));
    }

    private List<String> lookedForAtOnceWhileTheChairClosesIt(Partnership hub) throws Exception {
        List<Callable<String>> calls = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            calls.add(() -> {
                demo.bean(Due.class).runNow();
                return "looked";
            });
            calls.add(() -> {
                String answer = hub.asks("chair", "closeDecision", "decisionId: \"" + hub.id("decision", "open")
                        + "\"");
                return answer.startsWith("{\"data\"") ? "closed" : answer;
            });
        }
        try (ExecutorService clients = Executors.newFixedThreadPool(calls.size())) {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : clients.invokeAll(calls)) answers.add(answer.get());
            return answers;
        }
    }
}
