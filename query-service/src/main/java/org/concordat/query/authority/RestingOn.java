package org.concordat.query.authority;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.api.EntryId;
import org.concordat.api.commitment.Investment;
import org.concordat.api.decision.Effect;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.query.commitment.Commitment;
import org.concordat.query.decision.Closing;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.PositionTaken;
import org.concordat.query.moment.Names;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Mandate;
import org.concordat.query.proviso.ProvisoAttached;
import org.concordat.query.warrant.Brought;
import org.concordat.query.warrant.Warrant;
import org.jspecify.annotations.Nullable;

/** What rests on a tainted act: followed from result to what that brought, to mandates under it and what was done by them. */
final class RestingOn {

    private final PartnershipView view;
    private final Names names;
    private final List<Use> uses;
    private final EntryId through;
    private final Set<String> said = new HashSet<>();
    private final List<Resting> found = new ArrayList<>();

    private RestingOn(PartnershipView view, List<Use> uses, EntryId through) {
        this.view = view;
        this.names = view.names();
        this.uses = uses;
        this.through = through;
    }

    static Stream<Resting> of(PartnershipView view, Stream<Use> tainted) {
        List<Use> uses = Use.all(view).toList();
        return tainted.flatMap(use -> {
            RestingOn resting = new RestingOn(view, uses, use.act().entry());
            resting.follow(use);
            return resting.found.stream();
        });
    }

    private void follow(Use use) {
        switch (use) {
            case Use.OnDecision d -> decision(d.decision(), d.position());
            case Use.OnCommitment c -> commitment(c.commitment(), c.act());
            case Use.Delegated m -> mandate(m.given(), "was given under " + m.mandate());
        }
    }

    private void decision(Decision d, PositionTaken p) {
        for (Closing c : d.closings()) {
            if (!counted(p, c.act())) continue;
            say(d.id().value(), d.title() + " closed as " + c.result().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + " on " + c.act().on() + ", and the position of " + names.of(p.partnerId()) + " counted in it.", c.act());
            if (c.result().adopted()) brought(d);
        }
    }

    private static boolean counted(PositionTaken p, Act closing) {
        return p.act().index() < closing.index() && (p.endedBy() == null || p.endedBy().index() > closing.index());
    }

    private void brought(Decision d) {
        for (Brought b : new Warrant(d, view).broughtIntoForce()) {
            Act act = b.act();
            if (act == null) continue;
            switch (b.effect()) {
                case Effect.DocumentVersion e -> {
                    say(e.document().value(), names.of(e.document(), d.hash()) + " came into force by " + d.title() + ".", act);
                    text(e.document(), act);
                }
                case Effect.Mandate e -> mandate(view.partners().mandates().get(e.mandate()), "was given by " + d.title());
                case Effect.PartnershipLead e -> say(view.id().value(), "Person " + e.person() + " was proposed by "
                        + d.title() + " to lead at the " + e.level().name().toLowerCase(Locale.ROOT) + " level.", act);
                case Effect.Action e -> {
                    say(e.action().value(), names.of(e.action()) + " is on the plan by " + d.title() + ".", act);
                    bought(e.action().value(), act);
                }
            }
        }
    }

    /** Provisos that were met by a text, and what was bought to serve it. */
    private void text(DocumentId document, Act inForce) {
        Stream.concat(view.decisions().all().stream().flatMap(d -> d.provisos().stream()),
                view.commitments().all().stream().flatMap(c -> c.provisos().stream()))
                .filter(p -> p.terms() instanceof ProvisoTerms.TextAgreed t && t.document().equals(document))
                .forEach(p -> met(p, inForce));
        bought(document.value(), inForce);
    }

    private void met(ProvisoAttached p, Act inForce) {
        p.settlings().stream().filter(s -> s.standing() == ProvisoStanding.MET && s.act().index() > inForce.index())
                .findFirst().ifPresent(s -> say(p.id().value(), "The proviso of " + names.of(p.holderId()) + ", “"
                        + p.terms().text() + "”, was met by that text.", s.act()));
    }

    private void bought(String thing, Act act) {
        view.commitments().all().forEach(c -> {
            Investment buys = c.investment();
            if (buys == null) return;
            boolean serves = buys.actions().stream().map(ActionId::value).anyMatch(thing::equals)
                    || buys.documents().stream().map(DocumentId::value).anyMatch(thing::equals);
            if (serves) say(c.id().value(), c.title() + " was to pay for it.", act);
        });
    }

    private void commitment(Commitment c, Act act) {
        say(c.id().value(), c.title() + " is bound by it: " + c.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", "
                + c.unit().words(c.account().sum()) + " over all years.", act);
        Investment buys = c.investment();
        if (buys == null) return;
        buys.actions().forEach(a -> say(a.value(), names.of(a) + " relies on what " + c.title() + " buys.", act));
        buys.documents().forEach(d -> say(d.value(), names.of(d) + " relies on what " + c.title() + " buys.", act));
    }

    private void mandate(@Nullable Mandate m, String how) {
        if (m == null || !say(m.id().value(), m.id() + " " + how + ".", m.given())) return;
        MandateId id = m.id();
        uses.stream().filter(use -> use.mandate().equals(id)).forEach(use -> {
            boolean own = use instanceof Use.Delegated;
            if (!own) say(use.act().entry().value(), act(use) + ", under " + id + ".", use.act());
            follow(use);
        });
    }

    private String act(Use use) {
        return switch (use) {
            case Use.OnDecision d -> names.of(d.position().partnerId()) + " took a position on " + d.decision().title();
            case Use.OnCommitment c -> names.of(c.commitment().partnerId()) + " committed " + c.commitment().title();
            case Use.Delegated m -> Objects.requireNonNull(m.given()).id() + " was given";
        };
    }

    /** Each thing is said once for each act that makes it rest, so that what goes in a circle ends. */
    private boolean say(String thing, String sentence, Act act) {
        if (!said.add(thing + " " + act.index())) return false;
        found.add(new Resting(thing, sentence, act.entry(), act.index(), through));
        return true;
    }
}
