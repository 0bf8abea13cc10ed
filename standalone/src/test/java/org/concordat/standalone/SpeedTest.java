package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemCommand.AssignLead;
import org.concordat.query.api.CommandDoor;
import org.concordat.query.identity.Caller;
import org.concordat.query.moment.Moment;
import org.concordat.query.moment.Moments;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/** Ratios inside one run, printed for docs/performance.md; nothing here fails for being slow. */
@Tag("heavy")
class SpeedTest {

    private static final PersonId PROGRAMME = new PersonId("programme");
    private static final PartnershipId MASH = new PartnershipId("partnership-mash");
    private static final String LEADERSHIP = "action-mash.leadership.A05";
    private static final String CULTURE = "action-mash.culture.A03";
    static final String PLAN = """
            { partnership(id: "partnership-mash") { id version name timeZone partners { id name } boards { id name level }
              findings { id lens text held } plan { end items { id version area title purpose challenges approach reviewQuestions
                component lens findings { id } actions { id code methods leadAsPrinted standing
                  timescale { __typename ... on TimescaleByMonth { month printed ends } ... on TimescaleInMonth { month printed } }
                  acceptances { part partyName standing since saidBy { person partner } accepted { on by { person } } reason }
                  deferrals { reason times } agreed { on } started { on } cancelled { reason } } } } } }""";

    @TempDir private Path folder;
    private int commands;

    @Test void print_the_ratios() throws Exception {
        TestDatabase database = TestDatabase.empty();
        DemoServer demo = DemoServer.start(database);
        try {
            wholePlan(demo);
            rawAgainstCommands(demo, database);
            longHistory(demo);
            asOf(demo, database);
        } finally {
            demo.stop();
        }
    }

    private void wholePlan(DemoServer demo) {
        SecurityContextHolder.getContext().setAuthentication(
                new TestingAuthenticationToken(new Caller(new PersonId("auditor"), Instant.now().plusSeconds(3600)), ""));
        GraphQL graphQl = demo.bean(GraphQlSource.class).graphQl();
        JsonMapper json = JsonMapper.builder().build();
        ExecutionResult answer = graphQl.execute(ExecutionInput.newExecutionInput(PLAN).build());
        assertThat(answer.getErrors()).isEmpty();
        Object tree = answer.toSpecification();
        double query = median(3000, () -> graphQl.execute(ExecutionInput.newExecutionInput(PLAN).build()));
        double writing = median(3000, () -> json.writeValueAsBytes(tree));
        SecurityContextHolder.clearContext();
        say("whole plan (%d bytes), GraphQL / Jackson".formatted(json.writeValueAsBytes(tree).length), query, writing);
    }

    private void longHistory(DemoServer demo) {
        CommandDoor door = demo.bean(CommandDoor.class);
        for (int i = 0; i < 1000; i++) assign(door, LEADERSHIP);
        double old = median(300, () -> assign(door, LEADERSHIP));
        double fresh = median(300, () -> assign(door, CULTURE));
        say("lead change, 1,000 past events / new", old, fresh);
    }

    private void rawAgainstCommands(DemoServer demo, TestDatabase database) throws Exception {
        CommandDoor door = demo.bean(CommandDoor.class);
        database.execute("create table raw (like event including all)");
        for (int i = 0; i < 200; i++) assign(door, CULTURE);
        try (Connection connection = database.source().getConnection(); PreparedStatement insert = raw(connection)) {
            double one = median(1000, () -> insert(insert));
            say("1 client, command / raw insert", median(1000, () -> assign(door, "action-mash.role-clarity.A04")), one);
        }
        double inserts = throughput(() -> {
            try (Connection connection = database.source().getConnection(); PreparedStatement insert = raw(connection)) {
                for (int i = 0; i < 100; i++) insert(insert);
            }
            return null;
        });
        List<String> actions = List.of("vision.A01", "culture.A03", "role-clarity.A04", "leadership.A05", "governance.A08",
                "training-and-skills.A12");
        List<String> there = actions.stream().map(a -> "action-mash." + a)
                .filter(a -> !demo.ask("auditor", "{ node(id: \"" + a + "\") { id } }").at("/data/node").isNull()
                        && !demo.ask("auditor", "{ node(id: \"" + a + "\") { id } }").at("/data/node").isMissingNode()).toList();
        double written = throughput(() -> {
            for (int i = 0; i < 100; i++) assign(door, there.get((int) (Thread.currentThread().threadId() % there.size())));
            return null;
        });
        System.out.printf("SPEED 64 clients on %d items: commands %.0f/s, raw inserts %.0f/s, ratio %.2f R%n", there.size(), written,
                inserts, written / inserts);
    }

    private void asOf(DemoServer demo, TestDatabase database) {
        CommandDoor door = demo.bean(CommandDoor.class);
        long have = Long.parseLong(database.one("select max(index) from event"));
        for (long i = have; i < 10_000; i++) assign(door, CULTURE);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() ->
                database.one("select max(index) from ledger").equals(database.one("select max(index) from event")));
        Moments moments = demo.bean(Moments.class);
        LocalDate[] day = {LocalDate.of(2013, 1, 1)};
        moments.now(MASH);
        double cold = median(20, () -> moments.view(MASH, new Moment(day[0] = day[0].plusDays(1), null)));
        double warm = median(1000, () -> moments.view(MASH, new Moment(day[0], null)));
        System.out.printf("SPEED as of a day, %s entries: cold %.2f ms, warm %.4f ms%n",
                database.one("select count(*) from ledger where partnership = 'partnership-mash'"), cold / 1e6, warm / 1e6);
    }

    @Test void print_the_second_start() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        String path = System.getProperty("java.class.path");
        List<String> ours = List.of(java, "-cp", path, Concordat.class.getName(), "--server.port=0", "--concordat.demo=true",
                "--concordat.data=" + folder.resolve("data"));
        List<String> hello = List.of(java, "-cp", path, HelloBoot.class.getName(), "--server.port=0");
        untilSaid(ours, "Concordat is ready");
        double[] second = new double[3];
        double[] other = new double[3];
        for (int i = 0; i < 3; i++) {
            second[i] = untilSaid(ours, "Concordat is ready");
            other[i] = untilSaid(hello, "Hello is ready");
        }
        Arrays.sort(second);
        Arrays.sort(other);
        say("second start / hello Spring Boot", second[1], other[1]);
    }

    private double untilSaid(List<String> command, String words) throws Exception {
        Path log = Files.createTempFile(folder, "start", ".log");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(90))
                .until(() -> !process.isAlive() || Files.readString(log).contains(words));
        assertThat(Files.readString(log)).contains(words);
        double taken = System.nanoTime() - begin;
        process.destroy();
        process.waitFor();
        return taken;
    }

    private Object assign(CommandDoor door, String action) {
        String id;
        synchronized (this) {
            id = "speed-" + ++commands;
        }
        return door.send(PROGRAMME, new AssignLead(new ActionId(action), new Lead.Group(new Text("Group " + id), null)), id, null, null);
    }

    private static PreparedStatement raw(Connection connection) throws Exception {
        return connection.prepareStatement("insert into raw select (random() * 1e15)::bigint + 1, event_id, aggregate_type,"
                + " gen_random_uuid()::text, sequence, type, revision, recorded_at, payload, metadata from event where index = 100");
    }

    private static Object insert(PreparedStatement insert) {
        try {
            return insert.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double throughput(Callable<Void> work) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(64)) {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) all.add(work);
            long begin = System.nanoTime();
            for (Future<Void> one : clients.invokeAll(all)) one.get();
            return 6400 / ((System.nanoTime() - begin) / 1e9);
        }
    }

    /** Nanoseconds of the middle one of the second half: the first half warms up. */
    private static double median(int times, Callable<?> work) {
        long[] taken = new long[times];
        try {
            for (int i = 0; i < times; i++) {
                long begin = System.nanoTime();
                work.call();
                taken[i] = System.nanoTime() - begin;
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        long[] warm = Arrays.copyOfRange(taken, times / 2, times);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    private static void say(String what, double ours, double theirs) {
        System.out.printf("SPEED %s: %.3f ms / %.3f ms, ratio %.2f%n", what, ours / 1e6, theirs / 1e6, ours / theirs);
    }
}
