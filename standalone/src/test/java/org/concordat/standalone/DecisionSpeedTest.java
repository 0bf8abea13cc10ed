package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.standalone.Partnership.TODAY;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Receipt;
import org.concordat.api.Text;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionCommand.ChangePosition;
import org.concordat.api.decision.DecisionCommand.RecordPosition;
import org.concordat.api.decision.DecisionCommand.TableProposal;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.Position;
import org.concordat.api.decision.Rule;
import org.concordat.api.decision.Threshold;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.api.CommandDoor;
import org.concordat.query.identity.Caller;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.waiting.Waiting;
import org.concordat.query.warrant.Warrant;
import org.concordat.wiring.StreamHeads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/** Ratios of deciding inside one run, printed for docs/performance.md; nothing here fails for being slow. */
@Tag("heavy")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionSpeedTest {

    private static final PersonId POLICE = new PersonId("police");
    private static final Text WORDING = new Text("We meet on the first Tuesday of each month.");
    private static final String REGISTER = """
            { partnership(id: "%s") { decisions(first: 50%s) { edges { cursor node { id title standing deadline level result because
              waitingFor { name } tally { agree abstain disagree object unanswered } } } pageInfo { hasNextPage endCursor } } } }""";
    private static final String WARRANT = """
            { node(id: "%s") { ... on Decision { title standing warrant { wording hash wordings { number text hash reason lapsed { name }
              act { on by { person } } } rule { threshold mustAgree { name } quorum closesEarly silenceAgrees } ruleInWords
              eligible { id name } positions { partner { name } inWords wording person mandate { id } authority why minutes
                confirmed { on } provisos { id standing } current act { on recordedAt by { person partner } } }
              earlierPositions { partner { name } inWords wording person mandate { id } authority why ended act { on } }
              tally { eligible agree abstain disagree } objections { partner { name } reason standing raised { on } }
              interests { text } recusals { reason } reasons { text rejectedAlternatives } result because
              closings { result because effects { __typename } act { on } }
              broughtIntoForce { effect { __typename } act { on entry } } versionsResting { number title inForce }
              mandatesResting { id } leadsResting { person } supersedes { id } } } } }""";

    private final DemoServer demo = DemoServer.start(TestDatabase.empty());
    private final CommandDoor door = demo.bean(CommandDoor.class);
    private final Map<String, CompletableFuture<PreparsedDocumentEntry>> parsed = new ConcurrentHashMap<>();
    private final GraphQL parsedOnce = demo.bean(GraphQlSource.class).graphQl()
            .transform(engine -> engine.preparsedDocumentProvider(
                    (input, parse) -> parsed.computeIfAbsent(input.getQuery(),
                            _ -> CompletableFuture.completedFuture(parse.apply(input)))));
    private int commands;

    @AfterAll void stop() {
        demo.stop();
    }

    @Test void the_thousandth_change_of_position_costs_what_the_first_did() {
        PartnershipId hub = hub("changes");
        DecisionId old = tabled(hub, "old");
        record(old);
        for (int n = 0; n < 1000; n++) change(old);
        var onOld = new ArrayList<Long>();
        var onNew = new ArrayList<Long>();
        for (int round = 0; round < 60; round++) {
            DecisionId fresh = tabled(hub, "new" + round);
            record(fresh);
            for (int n = 0; n < 5; n++) {
                onNew.add(taken(() -> change(fresh)));
                onOld.add(taken(() -> change(old)));
            }
        }
        say("a changed position, after 1,000 / after the first", middle(onOld), middle(onNew));
    }

    @Test void a_page_of_a_register_of_ten_thousand_costs_twice_one_of_a_hundred_at_most() throws Exception {
        PartnershipId few = hub("few");
        PartnershipId many = hub("many");
        table(few, 100);
        table(many, 10_000);
        String end = ", after: \"" + demo.client().ask("auditor", """
                { partnership(id: "partnership-many") { decisions(first: 100) { pageInfo { endCursor } } } }""")
                .at("/data/partnership/decisions/pageInfo/endCursor").asString() + "\"";
        page(few, "", many, "", "first page");
        page(few, "", many, end, "third page of many");
        for (String filter : List.of("standing: OPEN, waitingFor: \"partner-%s.police\"", "text: \"5\"",
                "result: ADOPTED")) {
            page(few, ", filter: {" + filter.formatted("few") + "}", many, ", filter: {" + filter.formatted("many")
                    + "}", filter.formatted("many"));
        }
    }

    private void page(PartnershipId few, String ofFew, PartnershipId many, String ofMany, String what) {
        double[] p50 = bothInTurn(400, query(REGISTER.formatted(many.value(), ofMany)),
                query(REGISTER.formatted(few.value(), ofFew)));
        say("register, " + what + ", 10,000 / 100", p50[0], p50[1]);
    }

    /** Before, each had its words and its place written out, and all were sorted, for the fifty that were read. */
    @Test void duties_are_put_into_words_once_they_are_on_the_page() throws Exception {
        PartnershipId hub = hub("duties");
        table(hub, 10_000);
        PartnershipView view = demo.bean(Moments.class).now(hub);
        PartnerId scc = new PartnerId("partner-duties.scc");
        assertThat(Waiting.of(view, scc)).hasSize(10_000);
        double[] p50 = bothInTurn(200, () -> Waiting.first(view, scc, null, 51, any -> true), () -> Waiting.of(view, scc).stream()
                .map(w -> Map.entry(w.cursor().key(), w.sentence())).sorted(Map.Entry.comparingByKey()).limit(51).toList());
        say("duties, 50 of 10,000, words after paging / before", p50[0], p50[1]);
        Callable<?> asked = query("{ partnership(id: \"" + hub + "\") { waitingFor(partner: \"" + scc
                + "\") { edges { node { sentence since } } } } }");
        p50 = bothInTurn(100, asked, query("{ partnership(id: \"" + hub + "\") { name } }"));
        say("duties, the same page as a GraphQL answer / a name", p50[0], p50[1]);
    }

    /** What the writer knows is dropped before each command, as if it knew nothing: then the store is asked, as before. */
    @Test void authority_takes_no_question_to_the_store() throws Exception {
        PartnershipId hub = hub("authority");
        StreamHeads heads = demo.bean(StreamHeads.class);
        List<DecisionId> all = new ArrayList<>();
        for (int n = 0; n < 64; n++) {
            all.add(tabled(hub, "d" + n));
            record(all.getLast());
        }
        double[] p50 = bothInTurn(1_000, () -> change(all.getFirst()), () -> asking(heads, all.getFirst()));
        say("a command, authority without a question / with", p50[0], p50[1]);
        double without = 0;
        double with = 0;
        for (int round = 0; round < 6; round++) {
            without += together(all, this::change);
            with += together(all, decision -> asking(heads, decision));
        }
        System.out.printf("SPEED 64 clients, authority without a question / with: %.0f/s / %.0f/s, ratio %.2f%n", without / 6, with / 6, without / with);
    }

    private Receipt asking(StreamHeads heads, DecisionId decision) {
        heads.forget();
        return change(decision);
    }

    private static double together(List<DecisionId> decisions, Consumer<DecisionId> work) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(decisions.size())) {
            long begin = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (DecisionId decision : decisions) running.add(clients.submit(() -> {
                for (int n = 0; n < 30; n++) work.accept(decision);
            }));
            for (Future<?> one : running) one.get();
            return decisions.size() * 30 / ((System.nanoTime() - begin) / 1e9);
        }
    }

    @Test void a_warrant_costs_three_times_its_writing_at_most() {
        JsonMapper json = JsonMapper.builder().build();
        for (String decision : List.of("decision-mash.vision", warranted())) {
            String query = WARRANT.formatted(decision);
            Object tree = executed(query).toSpecification();
            String what = "warrant of " + decision + ", " + json.writeValueAsBytes(tree).length + " bytes, ";
            double[] answered = bothInTurn(4000, query(query), () -> json.writeValueAsBytes(tree));
            say(what + "GraphQL / Jackson", answered[0], answered[1]);
            double[] read = bothInTurn(4000, () -> executed(parsedOnce, query), () -> json.writeValueAsBytes(tree));
            say(what + "GraphQL without reading the query / Jackson", read[0], read[1]);
            double[] gathered = bothInTurn(4000, () -> gathered(new DecisionId(decision)),
                    () -> json.writeValueAsBytes(tree));
            say(what + "warrant from the view / Jackson", gathered[0], gathered[1]);
        }
    }

    private List<Object> gathered(DecisionId id) {
        PartnershipView view = demo.bean(Moments.class).now(id.partnershipId());
        Warrant warrant = new Warrant(Objects.requireNonNull(view.decisions().decision(id)), view);
        return List.of(warrant.wordings(), warrant.ruleInWords(), warrant.eligible(), warrant.positions(),
                warrant.earlierPositions(), warrant.tally(), warrant.provisos(), warrant.cycles(), warrant.objections(),
                warrant.interests(), warrant.recusals(), warrant.extensions(), warrant.closings(), warrant.reopenings(),
                warrant.broughtIntoForce(), warrant.versionsResting(), warrant.mandatesResting(), warrant.leadsResting(), warrant.supersedes());
    }

    /** With a hundred positions that were changed. */
    private String warranted() {
        DecisionId decision = tabled(hub("long"), "warrant");
        record(decision);
        Receipt last = null;
        for (int n = 0; n < 100; n++) last = change(decision);
        assertThat(last).isNotNull();
        new Partnership(demo.client(), "long").at(JsonMapper.shared()
                .valueToTree(Map.of("id", last.id(), "version", last.version())), "id");
        return decision.value();
    }

    private PartnershipId hub(String name) {
        return new PartnershipId(Partnership.established(demo.client(), name).id());
    }

    private void table(PartnershipId hub, int decisions) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
            List<Callable<DecisionId>> calls = new ArrayList<>();
            for (int n = 0; n < decisions; n++) {
                String local = "d" + n;
                calls.add(() -> tabled(hub, local));
            }
            DecisionId last = null;
            for (Future<DecisionId> one : clients.invokeAll(calls)) last = one.get();
            assertThat(last).isNotNull();
        }
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> read(
                "select max(index)::text from event").equals(read("select max(index)::text from ledger")));
    }

    private String read(String sql) {
        return demo.bean(JdbcClient.class).sql(sql).query(String.class).single();
    }

    private DecisionId tabled(PartnershipId hub, String local) {
        String name = hub.value().substring("partnership-".length());
        var decision = new DecisionId("decision-" + name + "." + local);
        var rule = new Rule(Threshold.SIMPLE_MAJORITY, Set.of(), 1, false, false);
        var eligible = Set.of(new PartnerId("partner-" + name + ".police"), new PartnerId("partner-" + name + ".scc"));
        send(new TableProposal(hub, decision, new Text("The day " + local), WORDING, rule, eligible,
                TODAY.plusDays(30), Level.OPERATIONAL, DecisionClass.PARTNERSHIP, null, false, List.of(), null));
        return decision;
    }

    private void record(DecisionId decision) {
        send(new RecordPosition(decision, Hash.of(WORDING), new Position.Agree(null)));
    }

    private Receipt change(DecisionId decision) {
        return send(new ChangePosition(decision, Hash.of(WORDING), new Position.Abstain(null),
                new Text("We think again.")));
    }

    private Receipt send(Object command) {
        String id;
        synchronized (this) {
            id = "speed-" + ++commands;
        }
        return door.send(POLICE, command, id, null, null);
    }

    private Callable<?> query(String query) {
        return () -> executed(query);
    }

    private ExecutionResult executed(String query) {
        return executed(demo.bean(GraphQlSource.class).graphQl(), query);
    }

    private static ExecutionResult executed(GraphQL graphQl, String query) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(
                new Caller(new PersonId("auditor"), Instant.now().plusSeconds(3600)), ""));
        try {
            ExecutionResult answer = graphQl.execute(ExecutionInput.newExecutionInput(query).build());
            assertThat(answer.getErrors()).isEmpty();
            return answer;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Middle ones of the second half, as the first warms up; in turn, so that both meet the same machine. */
    private static double[] bothInTurn(int times, Callable<?> ours, Callable<?> theirs) {
        var first = new ArrayList<Long>();
        var second = new ArrayList<Long>();
        for (int n = 0; n < times; n++) {
            first.add(taken(ours));
            second.add(taken(theirs));
        }
        return new double[] {middle(first), middle(second)};
    }

    private static long taken(Callable<?> work) {
        try {
            long begin = System.nanoTime();
            work.call();
            return System.nanoTime() - begin;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static double middle(List<Long> taken) {
        long[] warm = taken.stream().skip(taken.size() / 2).mapToLong(Long::longValue).toArray();
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    private static void say(String what, double ours, double theirs) {
        System.out.printf("SPEED %s: %.3f ms / %.3f ms, ratio %.2f%n", what, ours / 1e6, theirs / 1e6, ours / theirs);
    }
}
