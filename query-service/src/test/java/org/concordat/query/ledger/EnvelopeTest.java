package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.api.ActMetadata;
import org.concordat.api.Contract;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EnvelopeTest {

    private static final Path APPROVED = Path.of("src/test/resources/ledger");

    /**
     * The bytes of every kind are fixed for ever; to approve a new kind, run once with -Dapprove=true and read
     * the file.
     */
    @TestFactory
    Stream<DynamicTest> the_bytes_of_every_kind_are_those_approved() {
        List<Object> samples = Samples.all();
        assertThat(samples.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Contract.EVENTS);
        return samples.stream().map(event -> DynamicTest.dynamicTest(Contract.nameOf(event.getClass()), () -> {
            String envelope = Stored.of(7, Samples.subjectOf(event), 1, event).envelope();
            Path file = APPROVED.resolve(Contract.nameOf(event.getClass()) + ".json");
            if (Boolean.getBoolean("approve") && !Files.exists(file)) Files.writeString(file, envelope);
            if (!Files.exists(file)) fail("nothing approved: " + envelope);
            assertThat(envelope).isEqualTo(Files.readString(file)).isEqualTo(new JsonCanonicalizer(envelope)
                    .getEncodedString());
        }));
    }

    @Test
    void commits_to_the_payload_by_its_salt_and_never_shows_the_salt() {
        Stored event = Stored.of(1, "item-mash.leadership", 3, Samples.accepted());
        String other = event.with(ActMetadata.SALT, "ff".repeat(32)).envelope();
        assertThat(event.envelope()).isNotEqualTo(other).doesNotContain(Stored.SALT, "unsalted");
        assertThat(event.written().salt()).hasSize(32);
    }

    @Test
    void says_when_an_event_brought_no_salt() {
        for (Object none : List.of("", "zz".repeat(32), "ab", 7)) {
            Stored event = Stored.of(1, "item-mash.leadership", 3, Samples.accepted()).with(ActMetadata.SALT, none);
            assertThat(event.envelope()).contains("\"unsalted\":\"true\"");
            assertThat(event.written().salt()).isEqualTo(new byte[32]);
        }
    }

    @Test
    void writes_three_digits_of_a_second_whatever_the_clock_gave() {
        Stored event = Stored.of(1, "item-mash.leadership", 3, Samples.accepted());
        assertThat(event.at(Instant.parse("2013-01-17T12:00:00Z")).envelope()).contains("\"2013-01-17T12:00:00.000Z\"");
        assertThat(event.at(Instant.parse("2013-01-17T12:00:00.123999Z")).envelope())
                .contains("\"2013-01-17T12:00:00.123Z\"");
        assertThat(event.at(Instant.MAX).envelope()).contains("\"9999-12-31T23:59:59.999Z\"");
        assertThat(event.at(Instant.MIN).envelope()).contains("\"0001-01-01T00:00:00.000Z\"");
    }

    @Test
    void takes_the_day_of_recording_where_no_day_is_claimed() {
        Stored event = Stored.of(1, "item-mash.leadership", 3, Samples.accepted());
        for (Object none : List.of("2013-02-31", "yesterday", 20130115, "+12345-01-01")) {
            assertThat(event.with(ActMetadata.EFFECTIVE_ON, none).envelope())
                    .contains("\"effectiveOn\":\"2013-01-17\"");
        }
    }

    @Test
    void gives_a_subject_that_is_no_id_of_ours_no_partnership() {
        for (String subject : List.of("", "-", "foo", "Foo-bar", "0a9e4c11-0000-4000-8000-000000000001",
                "item-mash.a.b.c.d",
                "item-mash..", "x".repeat(5000), "item-\ud800", "item-mash\u0000")) {
            assertThat(Stored.foreign(1, subject, 1, "elsewhere.Thing", "?").envelope())
                    .contains("\"partnership\":\"\"");
        }
        assertThat(Stored.foreign(1, "item-mash.x", 1, "t", "?").envelope())
                .contains("\"partnership\":\"partnership-mash\"");
    }

    @Test
    void is_never_longer_than_16_kilobytes() {
        HashSet<Integer> lengths = new HashSet<>();
        for (String filler : List.of("\u0001", "\"", "€", "\ud83d\ude00", "a")) {
            for (int length : new int[] {1022, 100_000}) {
                int bytes = CanonicalJson.string(filler).getBytes(StandardCharsets.UTF_8).length - 2;
                String longest = filler.repeat(length / bytes);
                Stored event = new Stored(Long.MAX_VALUE, longest, longest, longest, longest, Long.MAX_VALUE,
                        Stored.NOON,
                        new byte[0], java.util.Map.of());
                for (String name : List.of(ActMetadata.PERSON, ActMetadata.PARTNER, ActMetadata.APPOINTMENT,
                        ActMetadata.RECORDED_FOR, ActMetadata.COMMAND_ID, ActMetadata.AUTHORITY)) {
                    event = event.with(name, longest);
                }
                lengths.add(event.written().envelope().canonical().length);
            }
        }
        assertThat(lengths).allMatch(l -> l <= 16_384).anyMatch(l -> l > 10_000);
    }

    @Test
    void stands_a_hash_in_for_what_cannot_be_written() {
        assertThat(Bounded.text("a\u0000")).startsWith("sha256:").hasSize(71).isNotEqualTo(Bounded.text("b\u0000"));
        assertThat(Bounded.text("\udc00")).startsWith("sha256:");
        assertThat(Bounded.text("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
    }
}
