package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.concordat.api.ActMetadata;
import org.concordat.api.EntryId;
import org.concordat.api.Receipt;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.ledger.Ledger.Filter;
import org.junit.jupiter.api.Test;

class JdbcLedgerTest {

    private static final PartnershipId OTHER = new PartnershipId("partnership-other");
    private final Rig rig = new Rig();

    private static Stored accepted(long place) {
        return Stored.of(place, "item-mash.leadership", place, Samples.accepted());
    }

    private static Filter filter(String subject, String type, String partner, String person, String from, String to) {
        return new Filter(subject, type, partner, person, from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }

    private List<Long> indices(Filter filter, java.time.Instant knownAt, int page) {
        List<Long> all = new ArrayList<>();
        long after = 0;
        for (List<Entry> entries; !(entries = rig.ledger.page(Samples.MASH, filter, knownAt, after, page)).isEmpty();) {
            assertThat(entries).hasSizeLessThanOrEqualTo(page);
            entries.forEach(e -> all.add(e.index()));
            after = entries.getLast().index();
        }
        return all;
    }

    @Test
    void pages_by_key_with_every_filter_and_only_in_the_partnership() {
        rig.feed(Stored.of(1, "partnership-mash", 1, Samples.established("partnership-mash", "programme")),
                Stored.of(2, "partnership-other", 1, Samples.established("partnership-other", "programme")),
                accepted(3), accepted(4).with(ActMetadata.PERSON, "scc").with(ActMetadata.EFFECTIVE_ON, "2013-01-10"),
                accepted(5).with(ActMetadata.PARTNER, "partner-mash.scc"), Stored.of(6, "item-other.x", 1,
                Samples.accepted()),
                Stored.of(7, "partnership-mash", 2, Samples.appointed("police")));
        for (int page = 1; page < 7; page++) {
            assertThat(indices(Filter.NONE, null, page)).containsExactly(1L, 3L, 4L, 5L, 7L);
            assertThat(indices(filter("item-mash.leadership", null, null, null, null, null), null, page))
                    .containsExactly(3L, 4L, 5L);
            assertThat(indices(filter(null, "partnership.Appointed", null, null, null, null), null, page))
                    .containsExactly(7L);
            assertThat(indices(filter(null, null, "partner-mash.scc", null, null, null), null, page))
                    .containsExactly(5L);
            assertThat(indices(filter(null, null, null, "scc", null, null), null, page)).containsExactly(4L);
            assertThat(indices(filter(null, null, null, null, "2013-01-11", null), null, page)).containsExactly(1L, 3L,
            5L, 7L);
            assertThat(indices(filter(null, null, null, null, null, "2013-01-10"), null, page)).containsExactly(4L);
            assertThat(indices(Filter.NONE, Stored.NOON.plusSeconds(4), page)).containsExactly(1L, 3L, 4L);
        }
        assertThat(rig.ledger.after(OTHER, 2, 10)).extracting(Entry::index).containsExactly(6L);
        assertThat(rig.ledger.entry(EntryId.of("partnership-mash", 2)).orElseThrow().event())
                .isEqualTo(Samples.appointed("police"));
        assertThat(rig.ledger.entry(EntryId.of("partnership-mash", 3))).isEmpty();
    }

    @Test
    void finds_the_partnerships_of_a_person_in_order() {
        rig.feed(Stored.of(1, "partnership-b", 1, Samples.established("partnership-b", "programme")),
                Stored.of(2, "partnership-mash", 1, Samples.established("partnership-mash", "programme")),
                Stored.of(3, "partnership-a-1", 1, Samples.established("partnership-a-1", "programme")),
                Stored.of(4, "partnership-mash", 2, Samples.appointed("police")),
                Stored.of(5, "partnership-mash", 3, Samples.appointed("programme")));
        assertThat(rig.ledger.partnershipsOf("programme", null, 2)).extracting(PartnershipId::value)
                .containsExactly("partnership-a-1", "partnership-b");
        assertThat(rig.ledger.partnershipsOf("programme", "partnership-b", 2)).containsExactly(Samples.MASH);
        assertThat(rig.ledger.partnershipsOf("police", null, 2)).containsExactly(Samples.MASH);
        assertThat(rig.ledger.partnershipsOf("outsider", null, 2)).isEmpty();
        assertThat(rig.ledger.knows(Samples.MASH)).isTrue();
        assertThat(rig.ledger.knows(OTHER)).isFalse();
    }

    @Test
    void a_receipt_that_another_process_wrote_is_in_what_is_read_next() {
        Progress elsewhere = new Progress(0, () -> {});
        Ledger reader = new JdbcLedger(org.springframework.jdbc.core.simple.JdbcClient.create(rig.jdbc), rig.decoding, elsewhere);
        rig.feed(accepted(1), accepted(2));
        assertThat(reader.head()).isZero();
        assertThat(reader.awaits(new Receipt("item-mash.leadership", 1, "c"), Duration.ZERO)).isTrue();
        assertThat(reader.head()).isEqualTo(1);
        FollowingModule.look(rig.tables, elsewhere);
        assertThat(reader.head()).isEqualTo(2);
    }

    @Test
    void a_look_that_was_overtaken_does_not_set_the_head_back() {
        rig.feed(accepted(1), accepted(2));
        rig.progress.followed(1, 1);
        assertThat(rig.progress.head()).isEqualTo(2);
        rig.progress.followed(2, 0);
        assertThat(rig.progress.head()).as("dropped to be filled again").isZero();
    }

    @Test
    void awaits_a_receipt_and_gives_up_in_time() throws Exception {
        Receipt second = new Receipt("item-mash.leadership", 2, "command-2");
        rig.feed(accepted(1));
        long began = System.nanoTime();
        assertThat(rig.ledger.awaits(second, Duration.ofMillis(200))).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofMillis(190),
                Duration.ofSeconds(2));
        var waiting = CompletableFuture.supplyAsync(() -> rig.ledger.awaits(second, Duration.ofSeconds(20)));
        rig.feed(accepted(2));
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(rig.ledger.awaits(second, Duration.ZERO)).isTrue();
        Thread.currentThread().interrupt();
        assertThat(rig.ledger.awaits(new Receipt("item-mash.leadership", 9, "c"), Duration.ofSeconds(20))).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void heads_begin_with_the_newest_and_only_rise() throws Exception {
        rig.feed(accepted(1));
        List<Long> seen = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        var subscription = rig.ledger.heads().subscribe(head -> {
            assertThat(Thread.currentThread().getName()).isNotEqualTo("main");
            seen.add(head);
            if (head == 50) done.complete(null);
        });
        for (long i = 2; i <= 50; i++) rig.feed(accepted(i));
        done.get(5, TimeUnit.SECONDS);
        subscription.dispose();
        assertThat(seen).isSorted().doesNotHaveDuplicates().last().isEqualTo(50L);
        assertThat(rig.ledger.heads().blockFirst(Duration.ofSeconds(5))).isEqualTo(50);
        rig.progress.movedTo(3);
        assertThat(rig.ledger.head()).isEqualTo(3);
        assertThat(rig.ledger.heads().blockFirst(Duration.ofSeconds(5))).isEqualTo(50);
    }
}
