package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Operations by the thousand, made from the schema and from what was answered before, by everybody, over every transport: all of
 * them are answered or refused with a code, and afterwards Concordat is as it was. {@code -Dseed=…} repeats a run, as far as
 * clients beside each other can.
 */
class FuzzTest {

    private static final int CLIENTS = 6;
    @TempDir Path folder;
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private final FuzzRates rates = new FuzzRates();

    @Test @Tag("heavy") @Timeout(300) void five_thousand_operations() throws Exception {
        run(5_000);
    }

    @Test @Tag("heavy") void a_hundred_thousand_operations() throws Exception {
        run(100_000);
    }

    private void run(int operations) throws Exception {
        System.out.println("Fuzz: -Dseed=" + seed);
        FuzzSchema api = FuzzSchema.read();
        FuzzVerdict verdict = new FuzzVerdict(api);
        FuzzServer server = FuzzServer.start(folder);
        try {
            all(server, api, verdict, operations / 4, 0);
            System.out.println("Fuzz: " + verdict);
            double heap = server.heap();
            long threads = server.threads();
            all(server, api, verdict, operations - operations / 4, CLIENTS);
            System.out.println("Fuzz: " + verdict);
            System.out.println("Fuzz: heap " + Math.round(heap) + " to " + Math.round(server.heap()) + " MB, threads "
                    + threads + " to " + server.threads());
            assertThat(verdict.faults).isEmpty();
            assertThat(verdict.acceptedShare()).as("of the mutations").isGreaterThan(1.0 / 3);
            server.poolIsIdle();
            assertThat(server.heap()).as("heap in MB").isLessThan(Math.max(heap * 1.5, heap + 64));
            assertThat(server.threads()).as("threads").isLessThan(threads + 40);
            server.answersAsEver();
            server.loggedNoStackTrace();
            assertThat(api.schema().getMutationType().getFieldDefinitions()).allSatisfy(field -> assertThat(asked).contains(field.getName()));
            assertThat(asked).contains("node", "partnership", "partnerships", "me", "entries", "replay");
        } finally {
            System.out.println("Fuzz: -Dseed=" + seed + "\n" + String.join("\n", verdict.faults) + "\n" + server.stackTraces());
            server.child().kill();
        }
    }

    private void all(FuzzServer server, FuzzSchema api, FuzzVerdict verdict, int operations, int first) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> done = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(seed + first + client);
                done.add(clients.submit(() -> {
                    one(server, api, verdict, operations / CLIENTS + 1, random);
                    return null;
                }));
            }
            for (Future<?> client : done) client.get();
        }
    }

    private void one(FuzzServer server, FuzzSchema api, FuzzVerdict verdict, int operations, Random random) {
        FuzzKnown known = new FuzzKnown(api.kinds(), random);
        FuzzOperations made = new FuzzOperations(api, new FuzzValues(api, known, random), rates, random);
        learnTheDemo(server.client(), known);
        try (FuzzDoors doors = new FuzzDoors(server.client())) {
            for (int n = 0; n < operations; n++) {
                FuzzOperations.Operation operation = made.next();
                asked.add(operation.field());
                try {
                    List<JsonNode> answers = send(doors, operation, random);
                    boolean accepted = verdict.accepts(operation, answers);
                    if (operation.kind().equals("mutation")) rates.answered(operation.field(), accepted);
                    answers.forEach(known::learn);
                } catch (IOException | RuntimeException broken) {
                    verdict.fault(operation, broken.toString());
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** By whoever may still see it: appointments end in a run. */
    private static void learnTheDemo(Client client, FuzzKnown known) {
        for (String person : List.of("police", "auditor", "programme")) {
            known.learn(client.ask(person, WHOLE));
            String after = "null";
            for (int page = 0; page < 4; page++) {
                JsonNode history = client.ask(person, HISTORY.formatted(after));
                known.learn(history);
                JsonNode end = history.at("/data/partnership/history/pageInfo/endCursor");
                if (!end.isString()) break;
                after = "\"" + end.asString() + "\"";
            }
        }
        assertThat(known.size()).isGreaterThan(100);
    }

    private static List<JsonNode> send(FuzzDoors doors, FuzzOperations.Operation operation, Random random) throws IOException, InterruptedException {
        if (operation.kind().equals("subscription")) return random.nextBoolean() ? doors.events(operation) : doors.socket(operation);
        return random.nextInt(4) == 0 ? doors.socket(operation) : doors.post(operation);
    }

    private static final String WHOLE = """
        { partnership(id: "partnership-mash") { id
            partners { id } boards { id } findings { id }
            plan { items { id actions { id } } }
            decisions(first: 50) { edges { cursor node { id } } }
            documents(first: 50) { edges { node { id } } }
            commitments(first: 50) { edges { node { id } } } } }""";
    private static final String HISTORY = "{ partnership(id: \"partnership-mash\") { history(first: 100, after: %s) { pageInfo { endCursor }"
            + " edges { cursor node { id payload } } } } }";
}
