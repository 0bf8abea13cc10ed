package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.api.ActMetadata;
import org.concordat.proof.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The page for auditors, recomputed from itself. */
class LedgerFormatTest {

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("../docs/ledger-format.md"));
    }

    private static String block(String label) {
        Matcher block = Pattern.compile("```" + label + "\n(.*?)\n```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).as(label).isTrue();
        return block.group(1);
    }

    @Test
    void the_worked_example_is_what_the_ledger_writes() {
        @SuppressWarnings("unchecked") Map<String, String> said = new JsonMapper().readValue(block("envelope"),
                Map.class);
        byte[] payload = block("payload").getBytes(StandardCharsets.UTF_8);
        Stored event = new Stored(Long.parseLong(said.get("index")), said.get("event"), said.get("type"), null,
                said.get("subject"), Long.parseLong(said.get("version")), Instant.parse(said.get("recordedAt")),
                payload,
                Map.of(ActMetadata.PERSON, said.get("person"), ActMetadata.PARTNER, said.get("partner"),
                        ActMetadata.APPOINTMENT, said.get("appointment"), ActMetadata.EFFECTIVE_ON,
                        said.get("effectiveOn"),
                        ActMetadata.COMMAND_ID, said.get("command"), ActMetadata.AUTHORITY, said.get("authority"),
                        ActMetadata.SALT, block("salt")));
        assertThat(event.envelope()).isEqualTo(block("envelope"));
        byte[] envelope = event.written().envelope().canonical();
        assertThat(page).contains(", " + payload.length + " bytes as stored")
                .contains(", " + envelope.length + " bytes, no line");
        assertThat(Sha256.over(envelope).hex()).isEqualTo(block("envelope-sha256"));
        assertThat(Sha256.over(new byte[1], envelope).hex()).isEqualTo(block("leaf"));
        assertThat(said.get("payloadHash")).isEqualTo(Sha256.over(HexFormat.of().parseHex(block("salt")), payload).hex());
    }

    @Test
    void the_command_as_printed_gives_the_hash_as_printed() throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "command -v xxd openssl >/dev/null || exit 77\n" + block("sh"))
                .redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int exit = shell.waitFor();
        assumeTrue(exit != 77, "xxd and openssl are not on this machine");
        assertThat(block("envelope")).contains("\"payloadHash\":\"" + said + "\"");
    }

    @Test
    void the_query_as_printed_finds_a_changed_payload_and_nothing_else() {
        Rig rig = new Rig();
        rig.feed(Stored.of(1, "item-mash.leadership", 1, Samples.accepted()),
                Stored.foreign(2, "item-mash.leadership", 2, "planitem.Postponed", "{}"));
        assertThat(rig.jdbc.queryForList(block("sql"), Long.class)).isEmpty();
        rig.jdbc.update("update ledger set payload = payload || ' '::bytea where index = 2");
        assertThat(rig.jdbc.queryForList(block("sql"), Long.class)).containsExactly(2L);
    }

    @Test
    void the_query_as_printed_takes_what_was_disposed_of_by_what_the_record_says_remains() {
        Rig rig = new Rig();
        rig.feed(DisposedRowsTest.REPORT, DisposedRowsTest.gone(2, DisposedRowsTest.REMAINS));
        assertThat(rig.jdbc.queryForList(block("sql"), Long.class)).isEmpty();
        rig.jdbc.update("update ledger set payload = payload || ' '::bytea where index = 1");
        assertThat(rig.jdbc.queryForList(block("sql"), Long.class)).containsExactly(1L);
    }

    @Test
    void every_member_is_on_the_page_and_the_form_of_an_id_is_the_codes() throws Exception {
        for (String name : new JsonMapper().readTree(Stored.foreign(1, "a", 1, "t", "").with(ActMetadata.PERSON, "p")
                .with(ActMetadata.RECORDED_FOR, "r").envelope()).propertyNames()) {
            assertThat(page).contains("\n| `" + name + "` |");
        }
        Pattern form = Pattern.compile(block("regex"));
        for (String subject : new String[] {"partnership-mash", "item-mash.x", "action-mash.x.A06", "a-b.c.d.e", "x",
                "Item-mash",
            "item-mash-", "item-" + "m".repeat(40), "item-" + "m".repeat(41), "item-mash.x-", "item-mash.x_y"}) {
            Matcher m = form.matcher(subject);
            assertThat(Stored.foreign(1, subject, 1, "t", "").written().envelope().partnership())
                    .isEqualTo(m.matches() ? "partnership-" + m.group(1) : "");
        }
    }
}
