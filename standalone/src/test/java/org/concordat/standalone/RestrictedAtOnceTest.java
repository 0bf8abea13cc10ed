package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What is restricted by the command that makes it is read by nobody outside, not for one entry, whoever is looking meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestrictedAtOnceTest {

    private static final int LOOKS = 60;
    private static final String SECRET = "Cinnabar";
    private static final String EVERYTHING = "history(first: 100) { edges { node { id summary payload withheld } } } "
            + "decisions(first: 50) { edges { node { id title } } } plan { items { id title } } "
            + "documents(first: 50) { edges { node { id } } } commitments(first: 50) { edges { node { id title } } } restricted(first: 50) { edges { node { id } } } ";

    private final DemoServer demo = DemoServer.shared();
    private final Partnership hub = Partnership.established(DemoServer.shared().client(), "seclusion");
    private final String two = "[\"" + hub.id("partner", "police") + "\", \"" + hub.id("partner", "scc") + "\"]";
    private final String marking = ", marking: {as: RESTRICTED, partners: " + two + "}";

    /** Everything that an open subscription is told, word for word. */
    private final class Listening implements AutoCloseable {
        final List<String> told = new CopyOnWriteArrayList<>();
        private final HttpClient http = HttpClient.newHttpClient();

        Listening(String person) {
            HttpRequest request = demo.request(person, "/graphql").header("Content-Type", "application/json")
                    .header("Accept", "text/event-stream").POST(HttpRequest.BodyPublishers.ofString(Deployment.JSON.writeValueAsString(Map.of(
                            "query", "subscription { entries(partnership: \"" + hub.id() + "\") { id type summary payload withheld } }")))).build();
            Thread.ofVirtual().start(() -> {
                try (Stream<String> lines = http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
                    lines.filter(line -> line.startsWith("data:{")).forEach(told::add);
                } catch (IOException | UncheckedIOException | InterruptedException broken) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        void hears(String entry) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> told.stream().anyMatch(line -> line.contains("\"" + entry + "\"")));
        }

        @Override public void close() {
            http.shutdownNow();
        }
    }

    private String proposal(String local) {
        return hub.proposal(local, SECRET + " moves.", Partnership.EVERYBODY.replace("quorum: 3", "quorum: 2"), false, "")
                .replace("title: \"" + local + "\"", "title: \"" + SECRET + " purse\"").replace("[" + hub.everybody() + "]", two) + marking;
    }

    private String commitment(String local) {
        int year = Partnership.TODAY.getYear();
        String years = Stream.of(0, 1, 2).map(n -> "{year: \"" + (year + n) + "-04-01\", amount: \"1.00\"}")
                .reduce((a, b) -> a + ", " + b).orElseThrow();
        return ("partnershipId: \"%s\", commitmentId: \"%s\", title: \"%s post\", unit: {kind: MONEY, currency: \"GBP\"}, form: CASH, spend: REVENUE,"
                + " years: [%s], level: STRATEGIC, provisos: []").formatted(hub.id(), hub.id("commitment", local), SECRET, years) + marking;
    }

    private List<String> made() {
        String here = "partnershipId: \"" + hub.id() + "\", ";
        return List.of("police tableProposal " + proposal("kept"), "police offerCommitment " + commitment("kept"),
                "police proposeVersion " + here + "documentId: \"" + hub.id("document", "kept") + "\", kind: PROTOCOL, title: \"" + SECRET
                        + " way\", text: \"" + SECRET + " words\", benefits: [], notDoing: []" + marking,
                "programme drawUpItem " + here + "itemId: \"" + hub.id("item", "kept") + "\", area: CULTURE, title: \"" + SECRET
                        + " corner\", component: PEOPLE" + marking);
    }

    private String everything(String person) {
        JsonNode answer = hub.client().ask(person, "{ partnership(id: \"" + hub.id() + "\") { " + EVERYTHING + "} }");
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.toString();
    }

    @Test void nobody_outside_reads_it_whoever_is_looking_while_it_is_made() {
        List<String> leaks = new CopyOnWriteArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> lookers = new ArrayList<>();
        try (Listening outside = new Listening("ssotp"); Listening chair = new Listening("chair")) {
            outside.hears("entry-" + hub.id() + "@1");
            for (String person : List.of("ssotp", "chair", "programme")) lookers.add(Thread.ofVirtual().start(() -> {
                for (int n = 0; n < LOOKS && !over.get(); n++) {
                    try {
                        String seen = everything(person);
                        if (seen.contains(SECRET)) leaks.add(person + ": " + seen);
                    } catch (AssertionError unanswered) {
                        leaks.add(person + ": " + unanswered.getMessage());
                    }
                }
            }));
            for (String act : made()) {
                String[] words = act.split(" ", 3);
                JsonNode receipt = hub.does(words[0], words[1], words[2] + ", commandId: \"" + words[1] + "-kept\"");
                hub.at(receipt, "version");
                assertThat(receipt.path("version").asInt()).isEqualTo(1);
                // The same again is the same, also for whoever made it for others and may not read it.
                assertThat(hub.does(words[0], words[1], words[2] + ", commandId: \"" + words[1] + "-kept\"")).isEqualTo(receipt);
                outside.hears("entry-" + receipt.path("id").asString() + "@1");
                chair.hears("entry-" + receipt.path("id").asString() + "@1");
            }
            over.set(true);
            assertThat(outside.told).noneMatch(line -> line.contains(SECRET));
            assertThat(chair.told).noneMatch(line -> line.contains(SECRET));
        }
        lookers.forEach(looker -> {
            try {
                looker.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(leaks).isEmpty();
        for (String kind : List.of("decision", "commitment", "document", "item")) {
            String id = hub.id(kind, "kept");
            for (String person : List.of("ssotp", "chair", "programme")) {
                assertThat(hub.client().code(person, "{ node(id: \"" + id + "\") { id } }")).as(person + " " + id).isEqualTo("NOT_FOUND");
            }
            for (String person : List.of("police", "scc", "auditor")) {
                assertThat(hub.client().code(person, "{ node(id: \"" + id + "\") { id } }")).as(person + " " + id).contains(id);
            }
            assertThat(everything("chair")).contains("{\"node\":{\"id\":\"" + id + "\"}}");
        }
        List<String> types = hub.client().ask("auditor", "{ partnership(id: \"" + hub.id() + "\") { history(first: 100) { edges { node { type } } } } }")
                .at("/data/partnership/history/edges").valueStream().map(edge -> edge.at("/node/type").asString()).toList();
        for (String first : List.of("decision.ProposalTabled", "commitment.CommitmentOffered", "document.VersionProposed", "planitem.ItemDrawnUp")) {
            assertThat(types.get(types.indexOf(first) - 1)).as(first).isEqualTo("partnership.ContentMarked");
        }
        hub.position("scc", "kept", Hash.of(new Text(SECRET + " moves.")).value(), Partnership.AGREE);
    }

    @Test void a_restriction_that_is_refused_makes_nothing() {
        String one = "[\"" + hub.id("partner", "police") + "\"]";
        assertThat(hub.asks("police", "tableProposal", proposal("refused").replace("partners: " + two, "partners: " + one))).isEqualTo("SHUTS_OUT");
        assertThat(hub.asks("ssotp", "offerCommitment", commitment("refused"))).isEqualTo("SHUTS_OUT");
        assertThat(hub.asks("police", "tableProposal", proposal("refused").replace(", partners: " + two, ""))).isEqualTo("BAD_INPUT");
        assertThat(everything("auditor")).doesNotContain("refused");
        // The chair opens what a partner restricted, and everybody sees who did.
        hub.does("police", "tableProposal", proposal("opened"));
        assertThat(hub.client().code("ssotp", "{ node(id: \"" + hub.id("decision", "opened") + "\") { id } }")).isEqualTo("NOT_FOUND");
        JsonNode opened = hub.does("chair", "markContent", "partnershipId: \"%s\", subject: \"%s\", marking: PARTNERS"
                .formatted(hub.id(), hub.id("decision", "opened")));
        hub.at(opened, "version");
        assertThat(hub.client().code("ssotp", "{ node(id: \"" + hub.id("decision", "opened") + "\") { id } }")).contains("opened");
    }
}
