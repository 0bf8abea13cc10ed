package org.concordat.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** What the command line answered. */
record Said(int code, String out, String err) {

    static Said by(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Verifier.run(List.of(arguments).stream().map(Object::toString).toList(), new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8), Clock.fixed(SmallLog.NIGHT, ZoneOffset.UTC));
        Said said = new Said(code, out.toString(UTF_8), err.toString(UTF_8));
        assertThat(said.out + said.err).doesNotContain("\tat ", "Exception", "null");
        return said;
    }

    Said holds() {
        assertThat(code).as(out + err).isZero();
        assertThat(out).doesNotContain("DOES NOT HOLD").endsWith("IT HOLDS.\n");
        return this;
    }

    /** With a sentence that names it. */
    Said fails(String sentence) {
        assertThat(code).as(out + err).isEqualTo(1);
        assertThat(out).contains("DOES NOT HOLD: ").contains(sentence);
        return this;
    }

    Said cannotBeJudged(String sentence) {
        assertThat(code).as(out + err).isEqualTo(2);
        assertThat(err).startsWith("CANNOT BE JUDGED: ").contains(sentence);
        return this;
    }
}
