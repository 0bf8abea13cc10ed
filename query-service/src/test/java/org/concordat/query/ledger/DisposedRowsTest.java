package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.concordat.api.Contract;
import org.concordat.api.Disposable;
import org.concordat.api.Disposed;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.concordat.api.partnership.DisposalReason;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.api.planitem.Evidence;
import org.concordat.api.planitem.PlanItemEvent.ProgressReported;
import org.junit.jupiter.api.Test;

class DisposedRowsTest {

    private static final String SECRET = "Marmalade Featherstone";
    private static final EntryId ENTRY = EntryId.of("item-mash.leadership", 1);
    private static final ProgressReported SAID = new ProgressReported(Samples.ITEM, Samples.A06, 1,
            new Text(SECRET + " said so"), new Evidence(new Text(SECRET + "'s file"), null));

    static final Stored REPORT = Stored.of(1, "item-mash.leadership", 1, SAID);
    static final Hash REMAINS = REPORT.remains();
    static final Stored CARRIED_OUT = REPORT.carriedOut();

    private final Rig rig = new Rig();
    private final ListSource source = new ListSource();
    private final DisposalCheck check = rig.disposals(rig.store(source));

    private List<Long> astray() {
        return indices(check.look());
    }

    private static List<Long> indices(List<EntryCheck.Finding> findings) {
        return findings.stream().map(finding -> Long.valueOf(finding.sentence().split(" ")[1])).toList();
    }

    static Stored gone(long place, Hash remains) {
        return Stored.of(place, "partnership-mash", place, new PayloadDisposedOf(Samples.MASH, ENTRY,
                DisposalReason.NAMES_A_PERSON, remains));
    }

    private static byte[] bytes(Object event) {
        return Stored.SERIALIZER.serialize(event, byte[].class).getData();
    }

    private List<String> envelopes() {
        return rig.jdbc.queryForList("select encode(envelope, 'hex') from ledger order by index", String.class);
    }

    private long holding(String words) {
        return rig.jdbc.queryForList("select payload from ledger", byte[].class).stream()
                .filter(payload -> new String(payload, StandardCharsets.UTF_8).contains(words)).count();
    }

    @Test
    void the_words_and_the_salt_go_and_the_envelope_stays() {
        rig.feed(REPORT);
        List<String> before = envelopes();
        assertThat(holding(SECRET)).isOne();
        rig.feed(gone(2, REMAINS));
        assertThat(holding(SECRET)).isZero();
        assertThat(envelopes()).startsWith(before.getFirst()).hasSize(2);
        assertThat(rig.jdbc.queryForObject("select octet_length(salt) || ' ' || disposed_by from ledger where index = 1",
                String.class)).isEqualTo("0 2");
        assertThat(rig.ledger.entry(ENTRY).orElseThrow().event()).isEqualTo(Disposed.of(SAID));
        assertThat(astray()).isEmpty();
    }

    @Test
    void filled_again_before_or_after_the_store_has_carried_it_out_the_bytes_are_the_same() {
        rig.feed(REPORT);
        rig.feed(gone(2, REMAINS));
        String whole = rig.fingerprint();
        rig.tables.clear();
        rig.feed(REPORT, gone(2, REMAINS));
        assertThat(rig.fingerprint()).isEqualTo(whole);
        rig.tables.clear();
        rig.feed(CARRIED_OUT);
        rig.feed(gone(2, REMAINS));
        assertThat(rig.fingerprint()).isEqualTo(whole);
        assertThat(astray()).isEmpty();
    }

    @Test
    void said_twice_or_of_nothing_it_changes_nothing_more() {
        rig.feed(REPORT, gone(2, REMAINS), gone(3, REMAINS));
        assertThat(rig.jdbc.queryForObject("select disposed_by from ledger where index = 1", Long.class)).isEqualTo(2);
        assertThat(astray()).containsExactly(3L);
    }

    @Test
    void what_may_not_go_stays_whoever_wrote_that_it_goes() {
        Stored accepted = Stored.of(1, "item-mash.leadership", 1, Samples.accepted());
        rig.feed(accepted, gone(2, REMAINS));
        assertThat(rig.ledger.entry(ENTRY).orElseThrow().payload()).isEqualTo(accepted.payload());
        assertThat(astray()).containsExactly(2L);
    }

    @Test
    void a_mark_that_no_entry_answers_for_is_found() {
        rig.feed(CARRIED_OUT, Stored.of(2, "item-mash.leadership", 2, SAID));
        assertThat(astray()).containsExactly(1L);
    }

    @Test
    void a_mark_in_the_store_that_no_entry_answers_for_is_found() {
        rig.feed(REPORT);
        assertThat(indices(check.markedInTheStore(Set.of(1L)))).containsExactly(1L);
        rig.feed(gone(2, REMAINS));
        assertThat(check.markedInTheStore(Set.of(1L))).isEmpty();
    }

    @Test
    void what_the_store_holds_and_the_ledger_has_not_taken_yet_may_say_so() {
        rig.feed(CARRIED_OUT);
        assertThat(astray()).containsExactly(1L);
        source.events.addAll(List.of(CARRIED_OUT, gone(2, REMAINS)));
        assertThat(astray()).isEmpty();
        rig.feed(gone(2, REMAINS));
        assertThat(astray()).isEmpty();
    }

    @Test
    void however_far_behind_the_ledger_is_a_mark_needs_the_event_that_says_so() {
        rig.feed(CARRIED_OUT);
        source.events.add(CARRIED_OUT);
        for (long place = 2; place <= 1_500; place++) {
            source.events.add(Stored.of(place, "item-mash.leadership", place, Samples.accepted()));
        }
        assertThat(astray()).containsExactly(1L);
        source.events.add(gone(1_501, REMAINS));
        assertThat(astray()).isEmpty();
    }

    @Test
    void a_payload_changed_behind_a_true_mark_is_found() {
        rig.feed(REPORT, gone(2, REMAINS));
        rig.jdbc.update("update ledger set payload = ? where index = 1", bytes(Disposed.of(
                new ProgressReported(Samples.ITEM, Samples.A06, 2, SAID.report(), SAID.evidence()))));
        assertThat(astray()).containsExactly(1L);
    }

    @Test
    void another_entrys_disposal_does_not_cover_a_mark() {
        rig.feed(REPORT, Stored.of(2, "item-mash.leadership", 2, SAID), gone(3, REMAINS));
        rig.jdbc.update("update ledger set disposed_by = 3, payload = ?, salt = '' where index = 2", bytes(Disposed.of(SAID)));
        assertThat(astray()).contains(2L);
    }

    @Test
    void every_sample_that_may_go_is_read_again_without_its_words() {
        List<Object> may = Samples.all().stream().filter(e -> e.getClass().isAnnotationPresent(Disposable.class)).toList();
        assertThat(may).hasSizeGreaterThan(30);
        for (Object event : may) {
            byte[] without = bytes(Disposed.of(event));
            assertThat(rig.decoding.event(Contract.nameOf(event.getClass()), null, without)).isEqualTo(Disposed.of(event));
            assertThat(bytes(Disposed.of(Disposed.of(event)))).isEqualTo(without);
        }
    }
}
