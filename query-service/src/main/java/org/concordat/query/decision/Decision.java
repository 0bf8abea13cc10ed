package org.concordat.query.decision;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionEvent.ProposalTabled;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.Effect;
import org.concordat.api.decision.Result;
import org.concordat.api.decision.Rule;
import org.concordat.api.decision.Standing;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.Provisos;
import org.concordat.query.partnership.Act;
import org.concordat.query.proviso.ProvisoAttached;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it stands at a moment.
 *
 * @param wordings  oldest first; the last is the one positions are taken on
 * @param positions every position ever taken, oldest first; those that count are current
 * @param closings  oldest first: a decision that is reopened keeps what it came to before
 * @param said      what else was said, oldest first
 */
public record Decision(ProposalTabled terms, Act tabled, long version, Standing standing, LocalDate deadline,
                       List<Wording> wordings, List<PositionTaken> positions, List<Objection> objections,
                       Map<ProvisoId, ProvisoAttached> provisosById, List<Closing> closings, List<Said> said) {

    public DecisionId id() { return terms.decisionId(); }

    public Text title() { return terms.title(); }

    public Text wording() { return wordings.getLast().text(); }

    public Hash hash() { return wordings.getLast().hash(); }

    public Rule rule() { return terms.rule(); }

    public Set<PartnerId> eligibleIds() { return terms.eligible(); }

    public Level level() { return terms.level(); }

    public DecisionClass decisionClass() { return terms.decisionClass(); }

    public @Nullable String type() { return terms.type(); }

    public boolean reserved() { return terms.reserved(); }

    public List<Effect> effects() { return terms.effects(); }

    public boolean open() { return standing == Standing.OPEN; }

    /** What it came to; null while it is open, and once a reopened one takes positions anew. */
    public @Nullable Closing closing() {
        return open() || closings.isEmpty() ? null : closings.getLast();
    }

    public @Nullable Result result() {
        Closing closing = closing();
        return closing == null ? null : closing.result();
    }

    public @Nullable String because() {
        Closing closing = closing();
        return closing == null ? null : closing.because();
    }

    public boolean adopted() {
        Result result = result();
        return result != null && result.adopted();
    }

    /** The positions that count, by partner. */
    public Map<PartnerId, PositionTaken> current() {
        Map<PartnerId, PositionTaken> current = new LinkedHashMap<>();
        positions.stream().filter(PositionTaken::current).forEach(p -> current.put(p.partnerId(), p));
        return current;
    }

    public boolean recused(PartnerId partner) {
        return all(Said.Recusal.class).anyMatch(r -> r.partnerId().equals(partner));
    }

    /** The eligible partners that have not answered; none once it is no longer open. */
    public List<PartnerId> awaited() {
        if (!open()) return List.of();
        Set<PartnerId> answered = current().keySet();
        return eligibleIds().stream().filter(p -> !answered.contains(p) && !recused(p))
                .sorted((a, b) -> a.value().compareTo(b.value())).toList();
    }

    /** As {@link #awaited}, of one partner. */
    public boolean awaits(PartnerId partner) {
        if (!open() || !eligibleIds().contains(partner)) return false;
        for (PositionTaken p : positions) if (p.current() && p.partnerId().equals(partner)) return false;
        return !recused(partner);
    }

    public List<ProvisoAttached> provisos() { return List.copyOf(provisosById.values()); }

    /** Partners that wait for each other, as the provisos along the path of each cycle. */
    public List<List<ProvisoId>> cycles() {
        Provisos open = Provisos.NONE;
        for (ProvisoAttached p : provisosById.values()) if (p.open()) open = open.with(p.proviso());
        return open.cycles().stream().map(path -> path.stream().map(Proviso::id).toList()).toList();
    }

    /** A proviso of what was adopted did not come true; the result stands and wants another look. */
    public boolean forReview() {
        return standing == Standing.CLOSED && adopted()
                && provisosById.values().stream().anyMatch(ProvisoAttached::broken);
    }

    /** Those of the result that stands: what is reopened is reasoned anew. */
    public Said.@Nullable Reasons reasons() {
        return sinceReopened(Said.Reasons.class);
    }

    public boolean reasonsOwed() {
        Closing closing = closing();
        return closing != null && closing.reasonsOwed() && reasons() == null;
    }

    public <T extends Said> Stream<T> all(Class<T> kind) {
        return said.stream().filter(kind::isInstance).map(kind::cast);
    }

    public <T extends Said> @Nullable T last(Class<T> kind) {
        return all(kind).reduce((first, second) -> second).orElse(null);
    }

    public <T extends Said> @Nullable T sinceReopened(Class<T> kind) {
        Said.Reopening reopened = last(Said.Reopening.class);
        int from = reopened == null ? 0 : said.lastIndexOf(reopened) + 1;
        Optional<T> found = said.subList(from, said.size()).stream().filter(kind::isInstance).map(kind::cast)
                .reduce((first, second) -> second);
        return found.orElse(null);
    }
}
