package org.concordat.query.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.api.ApiCode;
import org.concordat.query.api.ApiRefusal;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessResourceFailureException;

/** What is recorded, for whom, how often, and what happens when it cannot be. */
class TrailTest {

    private static final PersonId POLICE = new PersonId("police");
    private static final PartnershipId MASH = new PartnershipId("partnership-mash");

    private final TrailRig rig = new TrailRig();
    private final JdbcTrail trail =
        rig.trail(MASH::equals, Clock.fixed(Instant.parse("2013-06-10T12:00:00.123456Z"), ZoneOffset.UTC));

    private List<Attempt> attempts() {
        return trail.attempts(MASH, TrailFilter.NONE, 0, 1_000).stream().map(Attempt::new).toList();
    }

    private List<Read> reads() {
        return trail.reads(MASH, TrailFilter.NONE, 0, 1_000).stream().map(Read::new).toList();
    }

    private String stored() {
        return String.join("\n", rig.jdbc.queryForList("select convert_from(record, 'UTF8') from trail order by number", String.class));
    }

    @Test void each_kind_is_read_again_as_it_was_recorded() {
        trail.refused(POLICE, "AcceptLead", "item-mash.leadership", "c1", "MOVED_ON");
        trail.read(POLICE, "decision-mash.vision");
        trail.export(POLICE, MASH, "pack", "decision-mash.vision");
        trail.question(POLICE, MASH, "Plan", new TreeSet<>(List.of("partnership", "node")), Hash.of("{}".getBytes()));
        trail.forgetting(new PersonId("programme"), MASH, POLICE);
        assertThat(attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.number()).isEqualTo("1");
            assertThat(attempt.at()).isEqualTo(Instant.parse("2013-06-10T12:00:00.123Z"));
            assertThat(List.of(attempt.person(), attempt.command(), attempt.target(), attempt.commandId(), attempt.code()))
                .containsExactly("police", "AcceptLead", "item-mash.leadership", "c1", "MOVED_ON");
            assertThat(attempt.times()).isOne();
            assertThat(attempt.since()).isNull();
        });
        assertThat(reads()).extracting(Read::kind).containsExactly(Kind.READ, Kind.EXPORT, Kind.QUESTION, Kind.FORGETTING);
        assertThat(reads()).extracting(Read::target)
            .containsExactly("decision-mash.vision", "decision-mash.vision", null, "police");
        assertThat(reads().get(1).what()).isEqualTo("pack");
        assertThat(reads().get(2).fields()).containsExactly("node", "partnership");
        assertThat(reads().get(2).text()).isEqualTo(Hash.of("{}".getBytes()).value());
        assertThat(trail.check(null).records()).isEqualTo(5);
        assertThat(trail.head()).isEqualTo(new Head(5, reads().getLast().hash()));
    }

    @Test void a_record_is_its_partnerships_or_nobodys() {
        trail.refused(POLICE, "AcceptLead", "item-other.leadership", "c1", "NOT_FOUND");
        trail.refused(POLICE, "EstablishPartnership", null, "c2", "NOT_FOUNDER");
        assertThat(attempts()).isEmpty();
        assertThat(trail.attempts(new PartnershipId("partnership-other"), TrailFilter.NONE, 0, 10)).isEmpty();
        assertThat(trail.head().size()).isEqualTo(2);
    }

    @Test void filters_narrow_and_pages_go_on() {
        for (String code : List.of("MOVED_ON", "NOT_FOUND")) {
            trail.refused(POLICE, "AcceptLead", "item-mash.a", null, code);
            trail.refused(new PersonId("scc"), "DeclineLead", "item-mash.b", null, code);
        }
        assertThat(found(new TrailFilter("scc", null, null, null, null, null, null))).containsExactly(2L, 4L);
        assertThat(found(new TrailFilter(null, "item-mash.a", null, "NOT_FOUND", null, null, null))).containsExactly(3L);
        assertThat(found(new TrailFilter(null, null, "DeclineLead", null, null, null, null))).containsExactly(2L, 4L);
        assertThat(found(new TrailFilter(null, null, null, null, null, Instant.parse("2013-06-10T12:00:01Z"), null))).isEmpty();
        assertThat(found(new TrailFilter(null, null, null, null, null, null, Instant.parse("2013-06-10T12:00:01Z")))).hasSize(4);
        assertThat(trail.attempts(MASH, TrailFilter.NONE, 1, 2)).extracting(Recorded::number).containsExactly(2L, 3L);
    }

    private List<Long> found(TrailFilter filter) {
        return trail.attempts(MASH, filter, 0, 100).stream().map(Recorded::number).toList();
    }

    @Test void the_same_again_is_counted() {
        for (int i = 0; i < 1_000; i++) trail.refused(POLICE, "AcceptLead", "item-mash.a", "c" + i, "MOVED_ON");
        assertThat(attempts()).hasSize(1);
        trail.settle();
        assertThat(attempts()).extracting(Attempt::times).containsExactly(1, 999);
        assertThat(attempts().getLast().commandId()).isNull();
        trail.settle();
        assertThat(attempts()).hasSize(2);
    }

    @Test void what_is_never_the_same_is_bounded_too_and_still_counted() {
        for (int i = 0; i < 1_000; i++) trail.refused(POLICE, "AcceptLead", "item-mash.n" + i, "c", "NOT_FOUND");
        trail.refused(new PersonId("scc"), "AcceptLead", "item-mash.a", "c", "NOT_FOUND");
        trail.settle();
        assertThat(attempts()).hasSize(Repeats.DISTINCT + 2);
        assertThat(attempts().stream().mapToInt(Attempt::times).sum()).isEqualTo(1_001);
        assertThat(attempts().getLast().command()).isNull();
    }

    @Test void what_cannot_be_recorded_is_refused_or_made_good_and_health_says_so() {
        rig.jdbc.execute("alter table trail rename to away");
        assertRefused(() -> trail.read(POLICE, "decision-mash.vision"));
        assertRefused(() -> trail.export(POLICE, MASH, "pack", null));
        assertRefused(() -> trail.forgetting(POLICE, MASH, POLICE));
        trail.refused(POLICE, "AcceptLead", "item-mash.a", "c1", "MOVED_ON");
        trail.question(POLICE, MASH, null, new TreeSet<>(List.of("partnership")), Hash.of(new byte[0]));
        assertThat(new TrailHealth(trail).health().getStatus()).isEqualTo(Status.DOWN);
        trail.settle();
        rig.jdbc.execute("alter table away rename to trail");
        trail.settle();
        assertThat(attempts()).extracting(Attempt::times).containsExactly(1);
        assertThat(reads()).extracting(Read::kind).containsExactly(Kind.QUESTION);
        assertThat(new TrailHealth(trail).health().getStatus()).isEqualTo(Status.UP);
        assertThat(trail.check(null).records()).isEqualTo(2);
    }

    @Test void an_attempt_is_nobodys_rather_than_lost_while_nobody_can_say_whose_it_is() {
        JdbcTrail unknowing = rig.trail(partnership -> { throw new DataAccessResourceFailureException("gone"); },
            Clock.systemUTC());
        unknowing.refused(POLICE, "AcceptLead", "item-mash.a", "c1", "MOVED_ON");
        assertThat(attempts()).isEmpty();
        assertThat(stored()).contains("item-mash.a").doesNotContain("partnership-mash");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(ApiRefusal.class,
            refused -> assertThat(refused.code()).isEqualTo(ApiCode.NOT_RECORDED));
    }

    @Test void a_clock_set_back_makes_no_record_earlier_than_the_one_before() {
        trail.read(POLICE, "decision-mash.vision");
        rig.trail(MASH::equals, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)).read(POLICE, "decision-mash.vision");
        assertThat(reads()).extracting(Read::at).containsOnly(Instant.parse("2013-06-10T12:00:00.123Z"));
        assertThat(trail.check(null).holds()).isTrue();
    }

    /** The page for auditors, recomputed from itself. */
    @Test void the_worked_example_is_what_the_trail_writes() throws Exception {
        TrailPage page = TrailPage.read();
        Clock then = Clock.fixed(Instant.parse("2013-06-10T12:00:00Z"), ZoneOffset.UTC);
        JdbcTrail written = rig.trail(MASH::equals, then);
        written.refused(POLICE, "AcceptLead", "item-mash.leadership", "accept-a06", "MOVED_ON");
        written.read(new PersonId("auditor"), "decision-mash.vision");
        assertThat(stored()).isEqualTo(page.block("first") + "\n" + page.block("second"));
        assertThat(rig.jdbc.queryForList("select encode(hash, 'hex') from trail order by number", String.class))
            .containsExactly(page.block("first-sha256"), page.block("second-sha256"));
        assertThat(rig.jdbc.queryForList(page.block("sql"), Long.class)).isEmpty();
        rig.jdbc.execute("update trail set record = record || ' '::bytea where number = 1");
        assertThat(rig.jdbc.queryForList(page.block("sql"), Long.class)).containsExactly(1L);
        rig.jdbc.execute("update trail set hash = sha256(record) where number = 1");
        assertThat(rig.jdbc.queryForList(page.block("sql"), Long.class)).containsExactly(2L);
        assertThat(page.shell()).isEqualTo(page.block("first-sha256"));
    }

    @Test void every_member_is_on_the_page() throws Exception {
        each_kind_is_read_again_as_it_was_recorded();
        trail.refused(POLICE, "AcceptLead", "item-mash.leadership", "c2", "MOVED_ON");
        trail.settle();
        String page = TrailPage.read().text();
        trail.attempts(MASH, TrailFilter.NONE, 0, 100).forEach(recorded -> recorded.said().keySet()
            .forEach(member -> assertThat(page).contains("\n| `" + member + "` |")));
        trail.reads(MASH, TrailFilter.NONE, 0, 100).forEach(recorded -> recorded.said().keySet()
            .forEach(member -> assertThat(page).contains("\n| `" + member + "` |")));
    }
}
