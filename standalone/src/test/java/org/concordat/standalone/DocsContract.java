package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs every shell block of the pages as printed, each page in one shell; only the port is the test's. A JSON block after a shell
 * block is what its last line must answer; a block without one must answer no error, unless the page says that it is refused.
 */
abstract class DocsContract {

    private static final Pattern BLOCK = Pattern.compile("```(sh|json)\n(.*?)```|<!-- (the next day) -->", Pattern.DOTALL);
    private static final String NEXT = "=====next=====";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path NEXT_DAY = Path.of(System.getProperty("java.io.tmpdir"), "concordat-next-day-" + ProcessHandle.current().pid());
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private final Deployment deployment;

    DocsContract(Deployment deployment) {
        this.deployment = deployment;
    }

    /** A page that says so goes on when the store's clock says tomorrow. */
    abstract void tomorrow() throws IOException;

    /** Aborts where this deployment cannot do what the page asks for. */
    void mayRun(Path page, boolean waitsForTomorrow) {}

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(p -> p.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream().filter(DocsContract::hasShell);
    }

    private static boolean hasShell(Path page) {
        try {
            return Files.readString(page).contains("```sh\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest @MethodSource("pages") void does_what_it_says(Path page) throws Exception {
        List<String> scripts = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(Files.readString(page)); block.find(); ) {
            if (block.group(3) != null) {
                scripts.set(scripts.size() - 1, scripts.getLast() + "\ntouch " + NEXT_DAY + "\n");
            } else if (block.group(1).equals("sh")) {
                scripts.add(block.group(2));
                expected.add("");
            } else if (!scripts.isEmpty()) {
                expected.set(expected.size() - 1, block.group(2));
            }
        }
        needs(page, scripts);
        mayRun(page, scripts.stream().anyMatch(s -> s.contains(NEXT_DAY.toString())));
        List<String> answers = run(scripts);
        assertThat(answers).hasSameSizeAs(scripts);
        for (int i = 0; i < scripts.size(); i++) check(scripts.get(i), answers.get(i), expected.get(i));
    }

    /** A page is for a reader with these programs; a machine need not have them for its build to pass. */
    private static void needs(Path page, List<String> scripts) throws Exception {
        String all = String.join("\n", scripts) + " bash curl";
        for (String program : List.of("bash", "curl", "openssl", "python3", "sha256sum", "unzip", "xxd")) {
            if (!all.contains(program)) continue;
            int answer = new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor();
            assumeTrue(answer == 0, () -> "NOT RUN: " + page.getFileName() + " needs " + program);
        }
    }

    private static void check(String script, String answer, String expected) {
        if (!expected.isEmpty()) {
            String last = answer.strip().lines().reduce((a, b) -> b).orElse("");
            JsonNode answered = JSON.readTree(last);
            // What it used of a budget is another number each time; docs/api.md says that it is left out.
            if (answered instanceof ObjectNode answerOf) answerOf.remove("extensions");
            assertThat(answered).as(script).isEqualTo(JSON.readTree(expected));
        }
        assertThat(answer).as(script).doesNotContain("\"INTERNAL\"", "\"BAD_INPUT\"", "<html", "curl:");
    }

    private void tomorrowOnceAsked() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(NEXT_DAY));
        try {
            tomorrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach void forgetTheDay() throws IOException {
        Files.deleteIfExists(NEXT_DAY);
    }

    private List<String> run(List<String> scripts) throws Exception {
        StringBuilder all = new StringBuilder("set -e\nTOKEN=" + deployment.token("programme") + "\n");
        scripts.forEach(s -> all.append(s).append("\necho; echo ").append(NEXT).append('\n'));
        Process shell = new ProcessBuilder("bash", "-c",
                all.toString().replace("http://localhost:8080/oauth2/token", deployment.signIn())
                        .replace("http://localhost:8080", deployment.address()))
                .directory(ROOT.toFile()).redirectErrorStream(true).start();
        if (all.indexOf(NEXT_DAY.toString()) > 0) Thread.startVirtualThread(this::tomorrowOnceAsked);
        String said = new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(said).isZero();
        List<String> answers = new ArrayList<>(List.of(said.split(NEXT)));
        answers.removeLast();
        return answers;
    }
}
