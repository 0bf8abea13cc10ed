package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Property(tries = 500)
    void is_what_another_implementation_makes_of_any_object_of_strings(@ForAll("objects") Map<String, String> members)
            throws Exception {
        byte[] ours = CanonicalJson.object(new TreeMap<>(members));
        assertThat(ours).isEqualTo(new JsonCanonicalizer(MAPPER.writeValueAsString(members)).getEncodedUTF8());
        assertThat(MAPPER.readValue(ours, Map.class)).isEqualTo(members);
    }

    /** RFC 8785 3.2.2.2, its example string and every control character. */
    @Test
    void escapes_what_must_be_escaped_and_nothing_else() {
        assertThat(CanonicalJson.string("€$\u000f\nA'B\"\\\\\"/"))
                .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        assertThat(CanonicalJson.string("\u0000\b\t\n\u000b\f\r\u001f\u007f")).isEqualTo(
                "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\u007f\"");
    }

    @Test
    void sorts_by_utf16_code_units() {
        byte[] bytes = CanonicalJson.object(new TreeMap<>(Map.of("\ud83d\ude00", "1", "\ufb33", "2", "a", "3")));
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":\"3\",\"\ud83d\ude00\":\"1\",\"\ufb33\":\"2\"}");
    }

    @Provide
    Arbitrary<Map<String, String>> objects() {
        Arbitrary<String> text = Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(30),
                Arbitraries.of("\ud83d\ude00", "\u2028", "/", "\\\"", "</script>")).filter(CanonicalJsonTest::whole);
        return Arbitraries.maps(text, text).ofMaxSize(12);
    }

    private static boolean whole(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
