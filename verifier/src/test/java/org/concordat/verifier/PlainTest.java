package org.concordat.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read at once is what the strict reader reads, and it never takes what that one refuses. */
class PlainTest {

    private static final Plain PLAIN = new Plain(List.of("b", "index", "a", "type"));

    @ParameterizedTest @ValueSource(strings = {"{\"a\":\"\"}", "{\"a\":\"1\",\"b\":\"two words ~\",\"type\":\"t\"}", "{\"index\":\"7\"}"})
    void reads_what_is_plain(String text) {
        assertThat(PLAIN.read(text.getBytes(UTF_8))).isEqualTo(Json.object(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "}", "{}", "[]", "{\"a\":\"1\"", "{\"a\":\"1\"}}", "{\"a\":\"1\"} ", " {\"a\":\"1\"}", "{\"a\":\"1\",}", "{,\"a\":\"1\"}",
        "{\"a\":\"1\"\"b\":\"2\"}", ",\"a\":\"1\"}", "{\"b\":\"1\",\"a\":\"2\"}", "{\"a\":\"1\",\"a\":\"2\"}", "{\"a\": \"1\"}", "{\"a\":1}", "{\"a\":null}",
        "{\"c\":\"1\"}", "{\"a\":\"1\",\"c\":\"2\"}", "{\"a\":\"\\\"\"}", "{\"a\":\"\\u0041\"}", "{\"a\":\"é\"}", "{\"a\":\"\u0001\"}", "{\"a\":\"1", "{\"a\":\"",
        "{\"a\":\"1\"{\"b\":\"2\"}"})
    void leaves_everything_else(String text) {
        assertThat(PLAIN.read(text.getBytes(UTF_8))).isNull();
    }

    /** Every byte of an envelope replaced by every other: read at once or by the strict reader, it is judged alike. */
    @Test void no_byte_is_judged_otherwise_than_by_the_strict_reader() {
        byte[] good = SmallLog.of(2).entries.get(1).envelope();
        Plain plain = new Plain(Json.object(new String(good, UTF_8)).keySet());
        for (int at = 0; at < good.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] changed = good.clone();
                changed[at] = (byte) value;
                Map<String, Object> read = plain.read(changed);
                if (read != null) assertThat(Envelope.read(changed)).isEqualTo(read);
                else assertThat(changed).isNotEqualTo(good);
            }
        }
    }

    @Test void an_envelope_with_escapes_or_other_letters_is_one_too_and_only_in_its_one_form() {
        String good = new String(SmallLog.of(2).entries.get(1).envelope(), UTF_8);
        for (String id : List.of("é\u20ac", "\\\"", "\\n")) {
            String other = good.replace("\"event\":\"e1\"", "\"event\":\"" + id + "\"");
            assertThat(Envelope.parse(other.getBytes(UTF_8)).text("event")).isNotEmpty();
        }
        for (String wrong : List.of("\"event\":\"\\u0065\"", "\"event\": \"e\"", "\"event\":\"\\/\"", "\"event\":1")) {
            assertThatThrownBy(() -> Envelope.parse(good.replace("\"event\":\"e1\"", wrong).getBytes(UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("canonical form");
        }
        assertThatThrownBy(() -> Envelope.parse(good.replace("}", ",\"x\":\"1\"}").getBytes(UTF_8))).hasMessageContaining("it has no member x");
    }
}
