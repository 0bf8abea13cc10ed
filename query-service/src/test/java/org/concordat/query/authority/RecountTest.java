package org.concordat.query.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.OFFICE;
import static org.concordat.query.ledger.Story.PC;
import static org.concordat.query.ledger.Story.POLICE;
import static org.concordat.query.ledger.Story.text;
import static org.concordat.query.ledger.VisionStory.FIRST;
import static org.concordat.query.ledger.VisionStory.VISION;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionEvent.PositionChanged;
import org.concordat.api.decision.Position;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnershipEvent.ActsRatified;
import org.concordat.api.partnership.PartnershipEvent.MandateFoundVoid;
import org.concordat.api.partnership.PartnershipEvent.MandateGiven;
import org.concordat.api.partnership.PartnershipEvent.MandateRevoked;
import org.concordat.api.partnership.PartnershipEvent.MandateVaried;
import org.concordat.query.authority.Judged.Standing;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Story;
import org.concordat.query.ledger.VisionStory;
import org.concordat.query.moment.PartnershipView;

/** Authority by the views, against a recount that reads the entries alone and counts day by day. */
class RecountTest {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2013-02-01");
    private static final MandateScope COVERS = scope(Level.STRATEGIC);
    private static final MandateScope NOT = scope(Level.TACTICAL);
    private static final List<MandateId> ALL = List.of(new MandateId("mandate-mash.a"), new MandateId("mandate-mash.b"),
            new MandateId("mandate-mash.c"));

    private static MandateScope scope(Level level) {
        return new MandateScope(DecisionClass.PARTNERSHIP, null, Set.of(level), null, null, false, true);
    }

    @Property(tries = 400)
    void judged_as_a_recount_judges(@ForAll long seed) {
        Story story = random(new Random(seed));
        List<Entry> entries = story.ledger.all();
        Authority authority = new Authority(PartnershipView.empty(MASH).after(entries));
        for (Entry e : entries) {
            if (e.event() instanceof PositionChanged p) {
                assertThat(authority.of(e).standing()).as("%s by %s", e.id(), p.mandate()).isEqualTo(recount(entries, e, p.mandate()));
            }
        }
        for (MandateId id : ALL) {
            assertThat(authority.tainted(id).map(u -> u.act().entry()).collect(Collectors.toSet())).isEqualTo(entries.stream()
                    .filter(e -> under(e) != null && voids(entries, under(e), recorded(e)).contains(id)).map(Entry::id)
                    .collect(Collectors.toSet()));
        }
    }

    /** Sixty acts, a day or none apart, each claiming up to ten days before: b is under a, c under b. */
    private static Story random(Random any) {
        Story story = VisionStory.tabled();
        LocalDate today = FIRST_DAY;
        for (MandateId id : ALL) {
            int above = ALL.indexOf(id) - 1;
            add(story, today, today, new MandateGiven(MASH, id, new PersonId("police"), POLICE, COVERS, today, null, null,
                    above < 0 ? null : ALL.get(above), null));
        }
        LocalDate varied = today;
        for (int i = 0; i < 60; i++) {
            today = today.plusDays(any.nextInt(2));
            LocalDate on = today.minusDays(any.nextInt(11));
            if (on.isBefore(FIRST_DAY)) on = FIRST_DAY;
            MandateId id = ALL.get(any.nextInt(ALL.size()));
            switch (any.nextInt(12)) {
                case 0 -> add(story, on, today, new MandateRevoked(MASH, id, text("x")));
                case 1 -> add(story, today, today, new MandateFoundVoid(MASH, id, on, text("x"), text("y")));
                case 2 -> add(story, today, today, new ActsRatified(MASH, id, some(story, any), null, text("y"), text("x")));
                case 3 -> {
                    // The rules let no variation count from before the last one.
                    if (on.isBefore(varied)) on = varied;
                    varied = on;
                    add(story, on, today, new MandateVaried(MASH, id, any.nextBoolean() ? COVERS : NOT,
                            any.nextInt(4) == 0 ? on.plusDays(3) : null, text("x")));
                }
                default -> add(story, on, today, new PositionChanged(VISION, POLICE, new Position.Agree(null), Hash.of(FIRST),
                        text("x"), List.of(), id));
            }
        }
        return story;
    }

    private static Set<org.concordat.api.EntryId> some(Story story, Random any) {
        if (any.nextBoolean()) return null;
        return story.ledger.all().stream().filter(e -> any.nextInt(3) == 0).map(Entry::id).collect(Collectors.toSet());
    }

    private static void add(Story story, LocalDate on, LocalDate recorded, Object event) {
        story.ledger.add(event, event instanceof PositionChanged ? PC : OFFICE, on, recorded.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    private static Standing recount(List<Entry> entries, Entry act, MandateId mandate) {
        Set<MandateId> voids = voids(entries, mandate, recorded(act));
        if (voids.stream().anyMatch(id -> !ratified(entries, act, id))) return Standing.TAINTED;
        boolean held = held(entries, mandate, act.effectiveOn(), true) && held(entries, mandate, recorded(act), true);
        if (!held) return Standing.OUTSIDE;
        return voids.isEmpty() ? Standing.WITHIN : Standing.RATIFIED;
    }

    /** Each mandate of the chain found void from that day or an earlier one. */
    private static Set<MandateId> voids(List<Entry> entries, MandateId mandate, LocalDate day) {
        Set<MandateId> voids = new HashSet<>();
        for (MandateId at = mandate; at != null; at = above(entries, at)) {
            LocalDate from = null;
            for (Entry e : entries) {
                if (e.event() instanceof MandateFoundVoid v && v.mandate().equals(at)) from = v.from();
            }
            if (from != null && !day.isBefore(from)) voids.add(at);
        }
        return voids;
    }

    private static boolean ratified(List<Entry> entries, Entry act, MandateId id) {
        LocalDate from = null;
        for (Entry e : entries) {
            if (e.event() instanceof MandateFoundVoid v && v.mandate().equals(id)) from = v.from();
            if (!(e.event() instanceof ActsRatified r) || !r.mandate().equals(id)) continue;
            LocalDate first = from == null ? FIRST_DAY : from;
            if (r.entries() != null ? r.entries().contains(act.id())
                    : act.index() < e.index() && !recorded(act).isBefore(first)) return true;
        }
        return false;
    }

    private static boolean held(List<Entry> entries, MandateId id, LocalDate day, boolean lowest) {
        MandateScope scope = null;
        LocalDate last = null;
        LocalDate revoked = null;
        List<Entry> of = new ArrayList<>(entries);
        for (Entry e : of) {
            switch (e.event()) {
                case MandateGiven g when g.mandate().equals(id) -> {
                    if (day.isBefore(g.from())) return false;
                    scope = g.scope();
                }
                case MandateVaried v when v.mandate().equals(id) && !day.isBefore(e.effectiveOn()) -> {
                    scope = v.scope();
                    last = v.to();
                }
                case MandateRevoked r when r.mandate().equals(id) -> revoked = e.effectiveOn();
                default -> { }
            }
        }
        if (scope == null || last != null && day.isAfter(last) || revoked != null && !day.isBefore(revoked)) return false;
        if (lowest && !scope.levels().contains(Level.STRATEGIC)) return false;
        MandateId above = above(entries, id);
        return above == null || held(entries, above, day, false) && scopeOn(entries, above, day).levels().containsAll(scope.levels());
    }

    private static MandateScope scopeOn(List<Entry> entries, MandateId id, LocalDate day) {
        MandateScope scope = COVERS;
        for (Entry e : entries) {
            if (e.event() instanceof MandateVaried v && v.mandate().equals(id) && !day.isBefore(e.effectiveOn())) scope = v.scope();
        }
        return scope;
    }

    private static MandateId under(Entry e) {
        return switch (e.event()) {
            case PositionChanged p -> p.mandate();
            case MandateGiven g -> g.under();
            case null, default -> null;
        };
    }

    private static MandateId above(List<Entry> entries, MandateId id) {
        return entries.stream().map(Entry::event).filter(MandateGiven.class::isInstance).map(MandateGiven.class::cast)
                .filter(g -> g.mandate().equals(id)).findFirst().map(MandateGiven::under).orElse(null);
    }

    private static LocalDate recorded(Entry e) {
        return e.recordedAt().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
