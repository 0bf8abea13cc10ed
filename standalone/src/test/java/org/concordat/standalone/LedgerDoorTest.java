package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Merkle;
import org.concordat.proof.Note;
import org.concordat.proof.Sha256;
import org.concordat.proof.SignerKey;
import org.concordat.proof.VerifierKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The log as an auditor or a partner fetches it over HTTP, and checks it with what the verifier has. */
class LedgerDoorTest {

    private static final DemoServer DEMO = DemoServer.start(TestDatabase.empty());
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int WIDTH = 256;

    @AfterAll static void stop() {
        DEMO.stop();
    }

    private static HttpResponse<byte[]> get(String person, String path) throws IOException, InterruptedException {
        return HTTP.send(DEMO.request(person, path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Note checkpoint() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get("auditor", "/ledger/checkpoint");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return Note.parse(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static JsonNode ledger(String person, String fields) {
        return DEMO.ask(person, "{ ledger { " + fields + " } }").at("/data/ledger");
    }

    private static HttpResponse<String> post(String person, String note) {
        return Deployment.send(DEMO.request(person, "/ledger/cosignatures").POST(HttpRequest.BodyPublishers.ofString(note)).build());
    }

    /** All hashes of level 0 that a tree of the size has, as its tiles give them. */
    private static List<Sha256> leaves(long size) throws IOException, InterruptedException {
        List<Sha256> leaves = new ArrayList<>();
        for (long n = 0; n * WIDTH < size; n++) {
            long width = Math.min(WIDTH, size - n * WIDTH);
            HttpResponse<byte[]> tile = get("outsider", "/ledger/tile/0/%03d".formatted(n) + (width < WIDTH ? ".p/" + width : ""));
            assertThat(tile.statusCode()).isEqualTo(200);
            assertThat(tile.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
            assertThat(tile.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, private, immutable");
            for (int i = 0; i < width; i++) leaves.add(Sha256.of(Arrays.copyOfRange(tile.body(), 32 * i, 32 * i + 32)));
        }
        return leaves;
    }

    private static Merkle.Nodes over(List<Sha256> leaves) {
        return new Merkle.Nodes() {
            @Override public Sha256 at(int level, long n) {
                return level == 0 ? leaves.get((int) n) : Merkle.node(at(level - 1, 2 * n), at(level - 1, 2 * n + 1));
            }
        };
    }

    @Test void a_checkpoint_is_signed_by_the_key_that_is_shown_over_the_tree_that_the_tiles_give() throws Exception {
        Note note = checkpoint();
        Checkpoint head = Checkpoint.parse(note.text());
        JsonNode said = ledger("auditor", "origin keys");
        assertThat(head.origin()).isEqualTo(said.path("origin").asString());
        assertThat(VerifierKey.parse(said.at("/keys/0").asString()).signed(note)).isTrue();
        List<Sha256> leaves = leaves(head.size());
        assertThat(Merkle.root(head.size(), over(leaves))).isEqualTo(head.root());
        HttpResponse<byte[]> bundle = get("auditor", "/ledger/tile/entries/000" + (head.size() < WIDTH ? ".p/" + head.size() : ""));
        ByteBuffer bytes = ByteBuffer.wrap(bundle.body());
        int read = 0;
        for (; bytes.hasRemaining(); read++) {
            byte[] envelope = new byte[Short.toUnsignedInt(bytes.getShort())];
            bytes.get(envelope);
            assertThat(Merkle.leaf(envelope)).isEqualTo(leaves.get(read));
        }
        assertThat(read).isEqualTo(Math.min(WIDTH, (int) head.size()));
    }

    @ParameterizedTest @ValueSource(strings = {"/ledger/tile/0/999", "/ledger/tile/0/000.p/256", "/ledger/tile/0/000.p/0", "/ledger/tile/00/000",
        "/ledger/tile/64/000", "/ledger/tile/0/0", "/ledger/tile/0/x000/000", "/ledger/tile/63/000", "/ledger/tile/8/000.p/1",
        "/ledger/tile/entries/000/extra", "/ledger/tile/-1/000", "/ledger/tile/0/x999/x999/x999/x999/x999/999", "/ledger/tile/",
        "/ledger", "/ledger/tile/entries/900.p/1"})
    void what_is_no_tile_of_this_tree_is_not_found(String path) throws Exception {
        HttpResponse<byte[]> answer = get("auditor", path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body())).contains("\"code\":\"NOT_FOUND\"");
    }

    @Test void who_is_not_signed_in_sees_nothing_and_who_is_not_appointed_no_entries() throws Exception {
        HttpRequest stranger = HttpRequest.newBuilder(URI.create(DEMO.address() + "/ledger/checkpoint")).build();
        assertThat(Deployment.send(stranger).statusCode()).isEqualTo(401);
        assertThat(get("outsider", "/ledger/tile/entries/000.p/1").statusCode()).isEqualTo(404);
        assertThat(get("auditor", "/ledger/tile/entries/000.p/1").statusCode()).isEqualTo(200);
        String entry = "{ ledger { proof(entry: \"entry-partnership-mash@1\") { index } } }";
        assertThat(DEMO.code("outsider", entry)).isEqualTo("NOT_FOUND");
        assertThat(DEMO.code("auditor", entry.replace("@1", "@99999"))).isEqualTo("NOT_FOUND");
    }

    @Test void an_entry_is_proven_and_so_is_growth() {
        JsonNode proof = ledger("auditor", "proof(entry: \"entry-partnership-mash@2\") { index leafHash size root hashes }"
                + " consistency(from: \"10\") { fromRoot to toRoot hashes }");
        JsonNode in = proof.path("proof");
        assertThat(Merkle.includes(Sha256.ofHex(in.path("leafHash").asString()), in.path("index").asLong() - 1, in.path("size").asLong(),
                hashes(in), Sha256.ofHex(in.path("root").asString()))).isTrue();
        JsonNode grown = proof.path("consistency");
        assertThat(Merkle.consistent(10, Sha256.ofHex(grown.path("fromRoot").asString()), grown.path("to").asLong(),
                Sha256.ofHex(grown.path("toRoot").asString()), hashes(grown))).isTrue();
        for (String wrong : List.of("-1", "1e3", "99999999", "")) {
            assertThat(DEMO.code("auditor", "{ ledger { consistency(from: \"" + wrong + "\") { to } } }")).isEqualTo("BAD_INPUT");
        }
        assertThat(DEMO.code("auditor", "{ ledger { proof(entry: \"entry-partnership-mash@2\", size: \"1\") { index } } }"))
                .isEqualTo("BAD_INPUT");
    }

    private static List<Sha256> hashes(JsonNode proof) {
        return proof.path("hashes").valueStream().map(JsonNode::asString).map(Sha256::ofHex).toList();
    }

    @Test void entries_decisions_and_actions_say_what_proves_them() {
        JsonNode found = DEMO.ask("auditor", """
                { entry: node(id: "entry-partnership-mash@1") { ... on Entry { index evidence { entry index leafHash checkpoint { size note } } } }
                  action: node(id: "action-mash.leadership.A06") { ... on Action { evidence(first: 2) { edges { node { entry leafHash } } } } }
                  partnership(id: "partnership-mash") { decisions(first: 1) { edges { node { id evidence(first: 1) { edges { node { entry checkpoint { size } } } } } } } } }
                """);
        assertThat(found.has("errors")).as(found.toString()).isFalse();
        JsonNode evidence = found.at("/data/entry/evidence");
        assertThat(evidence.path("index")).isEqualTo(found.at("/data/entry/index"));
        assertThat(evidence.at("/checkpoint/size").asLong()).isGreaterThanOrEqualTo(evidence.path("index").asLong());
        assertThat(found.at("/data/action/evidence/edges/0/node/entry").asString()).startsWith("entry-item-mash.leadership@");
        JsonNode decision = found.at("/data/partnership/decisions/edges/0/node");
        assertThat(decision.at("/evidence/edges/0/node/entry").asString()).isEqualTo("entry-" + decision.path("id").asString() + "@1");
    }

    @Test void a_partner_vouches_and_everybody_sees_for_which_size() throws Exception {
        SignerKey police = SignerKey.generate("police.example/record", VerifierKey.Type.COSIGNATURE);
        Note unregistered = checkpoint();
        assertThat(post("police", cosigned(unregistered, police, Instant.now())).body()).contains("UNKNOWN_KEY");
        DEMO.ask("police", "mutation { registerWitnessKey(input: {partnershipId: \"partnership-mash\", key: \"" + police.verifier()
                + "\"}) { id } }");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Checkpoint.parse(checkpoint().text()).size()
                > Checkpoint.parse(unregistered.text()).size());
        Note note = checkpoint();
        assertThat(post("scc", cosigned(note, police, Instant.now())).body()).contains("KEY_OF_ANOTHER_PARTNER");
        assertThat(post("police", cosigned(note, police, Instant.now().plusSeconds(600))).body()).contains("COSIGNED_IN_THE_FUTURE");
        assertThat(post("police", "nonsense").body()).contains("NOT_A_CHECKPOINT");
        assertThat(post("police", "x".repeat(70_000)).statusCode()).isEqualTo(413);
        Note other = new Note(new Checkpoint("elsewhere.example", 1, Merkle.EMPTY).text(), List.of());
        assertThat(post("police", cosigned(other, police, Instant.now())).body()).contains("OTHER_ORIGIN");
        Note beyond = new Note(new Checkpoint(Checkpoint.parse(note.text()).origin(), 1_000_000, Merkle.EMPTY).text(), List.of());
        assertThat(post("police", cosigned(beyond, police, Instant.now())).body()).contains("SIZE_BEYOND");
        Note.Line moved = police.cosign(beyond.text(), Instant.now());
        assertThat(post("police", note.with(List.of(moved)).toString()).body()).contains("COSIGNATURE_DOES_NOT_HOLD");

        Instant at = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        HttpResponse<String> taken = post("police", cosigned(note, police, at));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(post("police", cosigned(note, police, at)).statusCode()).as("again").isEqualTo(200);
        assertThat(vouchedFor(police)).containsExactly("partner-mash.police " + Checkpoint.parse(note.text()).size());
        assertThat(ledger("outsider", "cosignatures { partner }").path("cosignatures")).isEmpty();
        assertThat(police.verifier().cosigned(checkpoint())).hasValue(at);
    }

    private static List<String> vouchedFor(SignerKey key) {
        return ledger("chair", "cosignatures { partner key size }").path("cosignatures").valueStream()
                .filter(said -> said.path("key").asString().equals(key.verifier().toString()))
                .map(said -> said.path("partner").asString() + " " + said.path("size").asString()).toList();
    }

    @Test void a_key_withdrawn_vouches_for_what_it_vouched_for_before_and_for_nothing_new(@TempDir Path folder) throws Exception {
        SignerKey old = SignerKey.generate("scc.example/old", VerifierKey.Type.COSIGNATURE);
        SignerKey next = SignerKey.generate("scc.example/next", VerifierKey.Type.COSIGNATURE);
        witnessKey("registerWitnessKey", old);
        Note before = checkpoint();
        Instant at = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        assertThat(post("scc", cosigned(before, old, at)).statusCode()).isEqualTo(200);

        assertThat(DEMO.code("police", withdrawing(old))).isEqualTo("NOT_YOUR_WITNESS_KEY");
        witnessKey("withdrawWitnessKey", old);
        assertThat(DEMO.code("scc", withdrawing(old))).isEqualTo("WITNESS_KEY_ALREADY_WITHDRAWN");
        assertThat(DEMO.code("scc", withdrawing(next))).isEqualTo("NOT_FOUND");
        assertThat(post("scc", cosigned(checkpoint(), old, at)).body()).contains("KEY_WITHDRAWN");
        assertThat(post("scc", cosigned(before, old, at)).body()).contains("KEY_WITHDRAWN");
        assertThat(vouchedFor(old)).containsExactly("partner-mash.scc " + Checkpoint.parse(before.text()).size());

        witnessKey("registerWitnessKey", next);
        Note beside = checkpoint().with(List.of(old.cosign(checkpoint().text(), at)));
        assertThat(post("scc", cosigned(beside, next, at)).statusCode()).isEqualTo(200);
        assertThat(vouchedFor(old)).containsExactly("partner-mash.scc " + Checkpoint.parse(before.text()).size());
        Map<String, byte[]> pack = EvidenceTest.pack(DEMO, "auditor", "partnership=partnership-mash");
        assertThat(EvidenceTest.judged(folder, pack, "--key", EvidenceTest.key(pack), "--witness", old.verifier().toString(),
                "--witness", next.verifier().toString())).startsWith("0 ").contains("IT HOLDS");
    }

    private static String withdrawing(SignerKey key) {
        return "mutation { withdrawWitnessKey(input: {partnershipId: \"partnership-mash\", key: \"" + key.verifier() + "\"}) { id } }";
    }

    /** And the next checkpoint holds it. */
    private static void witnessKey(String command, SignerKey key) throws Exception {
        JsonNode receipt = DEMO.ask("scc", "mutation { " + command + "(input: {partnershipId: \"partnership-mash\", key: \"" + key.verifier()
                + "\"}) { version } }").at("/data/" + command);
        assertThat(receipt.isMissingNode()).isFalse();
        DEMO.ask("scc", "{ partnership(id: \"partnership-mash\", atLeast: {id: \"partnership-mash\", version: "
                + receipt.path("version").asInt() + "}) { id } }");
    }

    private static String cosigned(Note note, SignerKey key, Instant at) {
        return note.with(List.of(key.cosign(note.text(), at))).toString();
    }

    @Test void the_record_is_checked_when_somebody_asks_and_holds() {
        assertThat(Deployment.send(DEMO.request("outsider", "/ledger/self-check").POST(HttpRequest.BodyPublishers.noBody()).build())
                .statusCode()).isEqualTo(404);
        assertThat(Deployment.send(DEMO.request("auditor", "/ledger/self-check").POST(HttpRequest.BodyPublishers.noBody()).build())
                .statusCode()).isEqualTo(202);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> ledger("auditor", "selfCheck { size }").at("/selfCheck/size").asLong() > 0);
        JsonNode check = ledger("auditor", "selfCheck { holds findings }").path("selfCheck");
        assertThat(check.path("holds").asBoolean()).as(check.toString()).isTrue();
    }
}
