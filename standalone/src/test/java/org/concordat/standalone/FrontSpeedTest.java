package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.concordat.api.PersonId;
import org.concordat.query.identity.Caller;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.observation.GraphQlObservationInstrumentation;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the front door costs, before and after, in turn inside one run; nothing here fails for being slow. */
@Tag("heavy")
class FrontSpeedTest {

    private static final int ROUNDS = 40;

    @Test void print_the_ratios() throws Exception {
        DemoServer demo = DemoServer.start(TestDatabase.empty());
        try {
            oneInstrumentation(demo);
            keptTokens(demo);
        } finally {
            demo.stop();
        }
    }

    /** Before: what stood in the chain, Spring's observations and three of ours, asked for each field. */
    private static void oneInstrumentation(DemoServer demo) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(
                new TestingAuthenticationToken(new Caller(new PersonId("auditor"), Instant.now().plusSeconds(3600)), ""));
        GraphQL now = demo.bean(GraphQlSource.class).graphQl();
        List<Instrumentation> chain = List.of(new GraphQlObservationInstrumentation(demo.bean(ObservationRegistry.class)),
                now.getInstrumentation(), new SimplePerformantInstrumentation(), new SimplePerformantInstrumentation());
        GraphQL before = now.transform(builder -> builder.instrumentation(new ChainedInstrumentation(chain)));
        assertThat(now.execute(SpeedTest.PLAN).getErrors()).isEmpty();
        compare("whole plan, one instrumentation / a chain of four", 100,
                () -> now.execute(ExecutionInput.newExecutionInput(SpeedTest.PLAN).build()),
                () -> before.execute(ExecutionInput.newExecutionInput(SpeedTest.PLAN).build()));
        SecurityContextHolder.clearContext();
    }

    /** Before: each token is another one, so that each is verified. */
    private static void keptTokens(DemoServer demo) throws Exception {
        String same = demo.token("programme");
        List<String> others = new ArrayList<>();
        for (int i = 0; i < ROUNDS * 10; i++) others.add(demo.token("programme"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (Map.Entry<String, String> asked : Map.of("whole plan", SpeedTest.PLAN, "trivial query", "{ me { person } }").entrySet()) {
                List<String> left = new ArrayList<>(others);
                compare(asked.getKey() + " over HTTP, a token that was verified / one that was not", 5,
                        () -> ask(http, demo, same, asked.getValue()),
                        () -> ask(http, demo, left.isEmpty() ? same : left.removeLast(), asked.getValue()));
                for (int i = 0; i < others.size(); i++) others.set(i, demo.token("programme"));
            }
        }
    }

    private static HttpResponse<String> ask(HttpClient http, DemoServer demo, String token, String query) throws Exception {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(demo.address() + "/graphql"))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Deployment.JSON.writeValueAsString(Map.of("query", query)))).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.body().contains("\"errors\"")) throw new IllegalStateException(answer.body());
        return answer;
    }

    /** Rounds of both in turn; the first half warms up. */
    private static void compare(String what, int each, Callable<?> now, Callable<?> before) throws Exception {
        List<Double> nows = new ArrayList<>();
        List<Double> befores = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            boolean counted = round >= ROUNDS / 2;
            time(each, now, counted ? nows : new ArrayList<>());
            time(each, before, counted ? befores : new ArrayList<>());
        }
        double a = median(nows);
        double b = median(befores);
        System.out.printf("SPEED %s: %.3f ms / %.3f ms = %.2f%n", what, a, b, a / b);
    }

    private static void time(int times, Callable<?> what, List<Double> into) throws Exception {
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            what.call();
            into.add((System.nanoTime() - begun) / 1e6);
        }
    }

    private static double median(List<Double> of) {
        return of.stream().sorted().skip(of.size() / 2).findFirst().orElseThrow();
    }
}
