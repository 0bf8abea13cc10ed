package org.concordat.query.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** docs/trail.md and the blocks printed on it. */
record TrailPage(String text) {

    static TrailPage read() throws IOException {
        return new TrailPage(Files.readString(Path.of("../docs/trail.md")));
    }

    String block(String label) {
        Matcher block = Pattern.compile("```" + label + "\n(.*?)\n```", Pattern.DOTALL).matcher(text);
        assertThat(block.find()).as(label).isTrue();
        return block.group(1);
    }

    /** What the command on the page prints. */
    String shell() throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "command -v openssl >/dev/null || exit 77\n" + block("sh"))
            .redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assumeTrue(shell.waitFor() != 77, "openssl is not on this machine");
        return said;
    }
}
