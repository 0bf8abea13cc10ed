package org.concordat.query.warrant;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.api.partnership.MandateId;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.PositionTaken;
import org.concordat.query.decision.Said;
import org.concordat.query.moment.Marks;
import org.concordat.query.moment.Names;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Correction;
import org.concordat.query.partnership.Mandate;
import org.jspecify.annotations.Nullable;

/** What a reader of a warrant must not overlook: acts recorded late or in error, and authority that proved void. */
final class Marked {

    private final Warrant warrant;
    private final PartnershipView view;
    private final Names names;
    private final Marks marks;
    private final List<String> lines = new ArrayList<>();

    private Marked(Warrant warrant) {
        this.warrant = warrant;
        this.view = warrant.view();
        this.names = view.names();
        this.marks = new Marks(view.partners());
    }

    static List<String> of(Warrant warrant) {
        Marked marked = new Marked(warrant);
        marked.gather();
        return List.copyOf(marked.lines);
    }

    private void gather() {
        Decision d = warrant.decision();
        say("The tabling", d.tabled());
        d.wordings().stream().skip(1).forEach(w -> say("Wording " + w.number(), w.act()));
        d.positions().forEach(this::position);
        d.provisos().forEach(p -> p.settlings().forEach(s ->
                say("What was said of the proviso of " + names.of(p.holderId()), s.act())));
        d.objections().forEach(o -> {
            if (o.test() != null) say("The test of the objection of " + names.of(o.partnerId()), o.test().act());
            if (o.resolution() != null) say("The end of the objection of " + names.of(o.partnerId()), o.resolution().act());
        });
        d.said().forEach(s -> say(called(s), s.act()));
        d.closings().forEach(c -> say("The result", c.act()));
        warrant.broughtIntoForce().forEach(b -> say("What brought it into force", b.act()));
    }

    private void position(PositionTaken p) {
        String whose = "The position of " + names.of(p.partnerId());
        say(whose, p.act());
        say("The confirmation of " + names.of(p.partnerId()), p.confirmed());
        if (p.mandateId() != null) tainted(whose, Objects.requireNonNullElse(p.confirmed(), p.act()), p.mandateId());
    }

    private void tainted(String whose, Act act, MandateId mandate) {
        view.partners().roll().mandates().tainting(mandate, marks.recorded(act))
                .flatMap(m -> Stream.ofNullable(view.partners().mandates().get(m.id()))).forEach(m -> {
                    Mandate.FoundVoid found = Objects.requireNonNull(m.foundVoid());
                    String ratified = m.ratified().stream().filter(r -> r.covers(act, marks.recorded(act)))
                            .map(r -> "ratified on " + r.act().on() + by(r)).collect(Collectors.joining(", "));
                    lines.add(whose + " of " + act.on() + " rested on " + mandate + ": "
                            + (m.id().equals(mandate) ? "that" : m.id() + ", which that is under,") + " was found void from "
                            + found.from() + " on (" + found.reference() + "). "
                            + (ratified.isEmpty() ? "It is tainted: nobody has ratified it." : "It was " + ratified + "."));
                });
    }

    private String by(Mandate.Ratified r) {
        return (r.decisionId() == null ? "" : " by " + names.of(r.decisionId()))
                + (r.reference() == null ? "" : " (" + r.reference() + ")");
    }

    private void say(String what, @Nullable Act act) {
        if (act == null) return;
        if (marks.backDated(act)) lines.add(what + " of " + act.on() + " was recorded on " + marks.recorded(act) + ".");
        Correction wrong = marks.correction(act);
        if (wrong != null) {
            lines.add(what + " of " + act.on() + " was marked on " + wrong.act().on() + " as recorded in error: " + wrong.reason()
                    + (wrong.putRightBy() == null ? "" : " Put right by " + wrong.putRightBy() + "."));
        }
    }

    private String called(Said said) {
        return switch (said) {
            case Said.Interest s -> "The interest of " + names.of(s.partnerId());
            case Said.Recusal s -> "The recusal of " + names.of(s.partnerId());
            case Said.Extension _ -> "The extension of the deadline";
            case Said.Reasons _ -> "The reasons";
            case Said.Ratification _ -> "The ratification";
            case Said.Review _ -> "The day of the review";
            case Said.Superseding _ -> "The superseding";
            case Said.Rescission _ -> "The rescission";
            case Said.Reopening _ -> "The reopening";
            case Said.Withdrawal _ -> "The withdrawal";
        };
    }
}
