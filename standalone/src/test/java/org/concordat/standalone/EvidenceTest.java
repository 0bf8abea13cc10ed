package org.concordat.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs of the demo's real record, fetched as a client does and judged by the jar in them, in a process of its own. */
class EvidenceTest {

    private static final String DECISION = "decision=decision-mash.vision";

    @TempDir Path folder;

    static HttpResponse<byte[]> get(Deployment server, String person, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(server.request(person, path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    static Map<String, byte[]> pack(Deployment server, String person, String question) throws Exception {
        HttpResponse<byte[]> answer = get(server, person, "/evidence?" + question);
        assertThat(answer.statusCode()).as(() -> new String(answer.body(), UTF_8)).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) files.put(entry.getName(), zip.readAllBytes());
        }
        return files;
    }

    private static Map<String, byte[]> pack(String question) throws Exception {
        return pack(DemoServer.shared(), "auditor", question);
    }

    static String key(Map<String, byte[]> pack) {
        return Deployment.JSON.readTree(pack.get("manifest.json")).path("keys").path(0).asString();
    }

    private String judged(Map<String, byte[]> pack, String... more) throws Exception {
        return judged(folder, pack, more);
    }

    /** What the pack's own verifier says of it, the exit code first. */
    static String judged(Path folder, Map<String, byte[]> pack, String... more) throws Exception {
        Path zip = folder.resolve("pack.zip");
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream all = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : pack.entrySet()) {
                all.putNextEntry(new ZipEntry(file.getKey()));
                all.write(file.getValue());
            }
        }
        Path jar = Files.write(folder.resolve("verifier.jar"), pack.get("verifier.jar"));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-jar", jar.toString(),
                "verify", zip.toString()));
        command.addAll(Arrays.asList(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).doesNotContain("Exception", "\tat ");
        return process.exitValue() + " " + said;
    }

    @ParameterizedTest
    @ValueSource(strings = {DECISION, "partnership=partnership-mash", "partnership=partnership-mash&from=2013-01-01&to=2013-03-31"})
    void a_pack_holds(String question) throws Exception {
        Map<String, byte[]> pack = pack(question);
        assertThat(judged(pack, "--key", key(pack))).startsWith("0 ").contains("in the log at its place", "IT HOLDS");
    }

    @Test void the_same_question_at_the_same_size_gives_the_same_files() throws Exception {
        Map<String, byte[]> one = pack(DECISION);
        Map<String, byte[]> other = pack(DECISION);
        assertThat(other.keySet()).containsExactlyElementsOf(one.keySet());
        one.keySet().stream().filter(name -> !name.startsWith("manifest.")).forEach(name -> assertThat(other.get(name)).as(name).isEqualTo(one.get(name)));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', value = {"\"payload\":\"{|\"payload\":\"[|the payload is not the one that was recorded",
        "decision.ProposalTabled|decision.ProposalTablet|is not shown to be in the log", "\"proof\":[|\"prove\":[|is no entry"})
    void what_is_changed_in_it_is_named(String from, String to, String sentence) throws Exception {
        Map<String, byte[]> pack = pack(DECISION);
        List<String> lines = new ArrayList<>(new String(pack.get("entries.jsonl"), UTF_8).lines().toList());
        lines.replaceAll(line -> line.contains("decision.ProposalTabled") ? line.replace(from, to) : line);
        pack.put("entries.jsonl", (String.join("\n", lines) + "\n").getBytes(UTF_8));
        assertThat(judged(pack, "--key", key(pack))).startsWith("1 ").contains("DOES NOT HOLD").contains(sentence);
    }

    @Test void an_entry_taken_out_and_two_swapped_are_named() throws Exception {
        Map<String, byte[]> pack = pack(DECISION);
        List<String> lines = new ArrayList<>(new String(pack.get("entries.jsonl"), UTF_8).lines().toList());
        String taken = lines.remove(5);
        pack.put("entries.jsonl", (String.join("\n", lines) + "\n").getBytes(UTF_8));
        assertThat(judged(pack, "--key", key(pack))).startsWith("1 ").contains("is missing: it was taken out");
        lines.add(6, taken);
        pack.put("entries.jsonl", (String.join("\n", lines) + "\n").getBytes(UTF_8));
        assertThat(judged(pack, "--key", key(pack))).startsWith("1 ").contains("the order was changed");
    }

    @ParameterizedTest
    @CsvSource({"outsider,partnership=partnership-mash,404,NOT_FOUND", "auditor,decision=decision-mash.nothing,404,NOT_FOUND",
        "auditor,decision=no id at all,404,NOT_FOUND", "auditor,'',400,BAD_INPUT", "auditor,partnership=partnership-mash&from=2013-01-01,400,BAD_INPUT",
        "auditor,partnership=partnership-mash&from=tomorrow&to=2013-01-01,400,BAD_INPUT", "auditor,decision=decision-mash.vision&held=-1,400,BAD_INPUT",
        "auditor,decision=decision-mash.vision&partnership=partnership-mash,400,BAD_INPUT"})
    void who_may_not_read_it_or_asks_nonsense_is_refused(String person, String question, int status, String code) throws Exception {
        HttpResponse<byte[]> answer = get(DemoServer.shared(), person, "/evidence?" + question.replace(" ", "%20"));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Deployment.JSON.readTree(answer.body()).path("errors").path(0).path("extensions").path("code").asString()).isEqualTo(code);
    }

    @Test void a_restart_and_a_rotated_key_are_no_forgery() throws Exception {
        Child child = Child.start(folder, "before", "--concordat.demo=true").ready();
        Map<String, byte[]> before;
        Path held;
        try {
            before = pack(child.client(), "auditor", DECISION);
            held = Files.write(folder.resolve("held"), get(child.client(), "auditor", "/ledger/checkpoint").body());
        } finally {
            child.stop();
        }
        Path secret = folder.resolve("data/ledger.key");
        Files.writeString(secret, "new\n" + Files.readString(secret));
        child = Child.start(folder, "after").ready();
        try {
            String size = Files.readAllLines(held).get(1);
            Map<String, byte[]> after = pack(child.client(), "auditor", DECISION + "&held=" + size);
            assertThat(key(after)).isNotEqualTo(key(before));
            assertThat(judged(after, "--key", key(before), "--held", held.toString())).startsWith("0 ").contains("IT HOLDS");
            assertThat(judged(after, "--key", key(after), "--held", held.toString())).startsWith("0 ").contains("IT HOLDS");
        } finally {
            child.stop();
        }
        assertThat(judged(before, "--key", key(before))).startsWith("0 ");
    }
}
