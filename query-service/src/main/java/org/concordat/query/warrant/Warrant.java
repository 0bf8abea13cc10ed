package org.concordat.query.warrant;

import java.util.List;
import java.util.stream.Stream;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.concordat.api.decision.Result;
import org.concordat.api.decision.Rule;
import org.concordat.query.decision.Closing;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.Objection;
import org.concordat.query.decision.PositionTaken;
import org.concordat.query.decision.Said;
import org.concordat.query.decision.Wording;
import org.concordat.query.document.Document;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Mandate;
import org.concordat.query.partnership.Partner;
import org.concordat.query.partnership.PartnershipLead;
import org.concordat.query.proviso.ProvisoAttached;
import org.jspecify.annotations.Nullable;

/** Everything behind a decision, at the moment its reader stands at. */
public record Warrant(Decision decision, PartnershipView view) {

    public Text wording() { return decision.wording(); }

    public Hash hash() { return decision.hash(); }

    public List<Wording> wordings() { return decision.wordings(); }

    public Rule rule() { return decision.rule(); }

    public String ruleInWords() { return RuleWords.of(decision, view.names()); }

    /** In the order they were admitted. */
    public List<Partner> eligible() {
        return view.partners().partners().values().stream().filter(p -> decision.eligibleIds().contains(p.id()))
                .toList();
    }

    public List<PositionTaken> positions() {
        return decision.positions().stream().filter(PositionTaken::current).toList();
    }

    public List<PositionTaken> earlierPositions() {
        return decision.positions().stream().filter(p -> !p.current()).toList();
    }

    public Tally tally() { return Tally.of(decision); }

    public List<ProvisoAttached> provisos() { return decision.provisos(); }

    /** Partners that wait for each other, as the provisos along the path. */
    public record Cycle(List<ProvisoAttached> provisos) {}

    public List<Cycle> cycles() {
        return decision.cycles().stream().map(path -> new Cycle(path.stream()
                .flatMap(id -> Stream.ofNullable(decision.provisosById().get(id))).toList())).toList();
    }

    public List<Objection> objections() { return decision.objections(); }

    public List<Said.Interest> interests() { return decision.all(Said.Interest.class).toList(); }

    public List<Said.Recusal> recusals() { return decision.all(Said.Recusal.class).toList(); }

    public List<Said.Extension> extensions() { return decision.all(Said.Extension.class).toList(); }

    public Said.@Nullable Reasons reasons() { return decision.reasons(); }

    public @Nullable Result result() { return decision.result(); }

    public @Nullable String because() { return decision.because(); }

    /** Oldest first; more than one where it was reopened. */
    public List<Closing> closings() { return decision.closings(); }

    public Said.@Nullable Ratification ratification() { return decision.sinceReopened(Said.Ratification.class); }

    public Said.@Nullable Review review() { return decision.last(Said.Review.class); }

    public Said.@Nullable Superseding superseded() { return decision.last(Said.Superseding.class); }

    public Said.@Nullable Rescission rescinded() { return decision.last(Said.Rescission.class); }

    public List<Said.Reopening> reopenings() { return decision.all(Said.Reopening.class).toList(); }

    public Said.@Nullable Withdrawal withdrawn() { return decision.last(Said.Withdrawal.class); }

    /** Acts recorded late or in error, and authority that proved void, in sentences. */
    public List<String> marks() { return Marked.of(this); }

    public List<Brought> broughtIntoForce() { return Brought.by(decision, view); }

    public List<Document.Version> versionsResting() {
        return Brought.versions(view.documents().all(), decision).toList();
    }

    public List<Mandate> mandatesResting() {
        return view.partners().mandates().values().stream().filter(m -> decision.id().equals(m.decisionId())).toList();
    }

    public List<PartnershipLead> leadsResting() {
        return view.partners().leads().stream().filter(l -> decision.id().equals(l.decisionId())).toList();
    }

    /** The decisions it took the place of. */
    public List<Decision> supersedes() {
        return view.decisions().after(0).filter(d -> d.all(Said.Superseding.class)
                .anyMatch(s -> s.by().equals(decision.id()))).toList();
    }
}
