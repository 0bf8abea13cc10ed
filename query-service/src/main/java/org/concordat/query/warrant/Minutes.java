package org.concordat.query.warrant;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.decision.Effect;
import org.concordat.api.decision.Position;
import org.concordat.query.decision.Closing;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.Objection;
import org.concordat.query.decision.PositionTaken;
import org.concordat.query.decision.Said;
import org.concordat.query.decision.Wording;
import org.concordat.query.history.Words;
import org.concordat.query.moment.Names;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Mandate;
import org.concordat.query.partnership.PartnershipLead;
import org.concordat.query.proviso.ProvisoAttached;
import org.jspecify.annotations.Nullable;

/** A warrant as text fit for minutes: the same words for the same record, whoever asks. */
public final class Minutes {

    private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");

    private final Warrant warrant;
    private final Decision decision;
    private final Names names;
    private final List<String> lines = new ArrayList<>();

    private Minutes(Warrant warrant) {
        this.warrant = warrant;
        decision = warrant.decision();
        names = warrant.view().names();
    }

    public static String of(Warrant warrant) {
        Minutes minutes = new Minutes(warrant);
        minutes.write();
        return String.join("\n", minutes.lines) + "\n";
    }

    private void write() {
        say(decision.title() + " (" + decision.id() + ")");
        String by = decision.terms().tabledBy() == null ? "" : " by " + names.of(decision.terms().tabledBy());
        say("Tabled on " + decision.tabled().on() + by + ". Positions until " + decision.deadline() + ". "
                + Words.capitalised(Words.of(decision.standing())) + ".");
        say(warrant.ruleInWords());
        say("Eligible: " + names.ofAll(decision.eligibleIds()) + ".");
        result();
        heading("Wording", decision.wordings());
        decision.wordings().forEach(this::wording);
        heading("Positions", warrant.positions());
        warrant.positions().forEach(this::position);
        decision.awaited().forEach(p -> say("- " + names.of(p) + " has not answered."));
        heading("Earlier positions", warrant.earlierPositions());
        warrant.earlierPositions().forEach(this::position);
        heading("Provisos", warrant.provisos());
        warrant.provisos().forEach(this::proviso);
        warrant.cycles().forEach(c -> say("- These wait for each other: " + Names.listed(c.provisos().stream()
                .map(p -> names.of(p.holderId())).toList()) + "; one joint act can meet them."));
        heading("Objections", warrant.objections());
        warrant.objections().forEach(this::objection);
        said();
        aftermath();
        heading("Marked", warrant.marks());
        warrant.marks().forEach(mark -> say("- " + mark));
    }

    private void result() {
        for (Closing c : decision.closings()) {
            say("On " + c.act().on() + ": " + c.because());
        }
        if (decision.forReview()) say("For review: a proviso did not come true.");
        Said.Reasons reasons = decision.reasons();
        if (decision.reasonsOwed()) say("Its reasons are owed.");
        if (reasons == null) return;
        say("Reasons: " + reasons.text());
        say("Rejected alternatives: " + (reasons.rejectedAlternatives().isEmpty() ? "none."
                : Names.listed(reasons.rejectedAlternatives().stream().map(Object::toString).toList())));
    }

    private void wording(Wording w) {
        say("- " + w.number() + ", " + w.act().on() + ", SHA-256 " + w.hash()
                + (w.reason() == null ? "" : ". Amended: " + inside(w.reason())) + (w.lapsed().isEmpty() ? ""
                : ". Lapsed: " + names.ofAll(w.lapsed())));
        w.text().value().lines().forEach(line -> say("  > " + line));
    }

    private void position(PositionTaken p) {
        String said = p.position() == null ? "did not answer and is deemed to agree" : Words.said(p.position());
        String mandate = p.mandateId() == null ? "" : ", under " + p.mandateId();
        String authority = p.authority() == null ? "" : " as of " + p.authority();
        String person = p.act().by().person();
        String who = p.minutes() != null ? ", recorded for it by person " + person + " from " + inside(p.minutes())
                : p.deemed() ? "" : ", by person " + person;
        String confirmed = p.confirmed() == null ? "" : ", confirmed on " + p.confirmed().on() + " by person "
                + p.confirmed().by().person();
        String why = p.why() == null ? "" : "; changed: " + inside(p.why());
        say("- " + names.of(p.partnerId()) + " " + said + ": " + p.act().on() + who + confirmed + mandate + authority
                + ", on wording " + number(p) + why + ended(p) + ".");
    }

    private int number(PositionTaken p) {
        return decision.wordings().stream().filter(w -> w.hash().equals(p.wording())).map(Wording::number)
                .reduce((first, second) -> second).orElse(0);
    }

    private static String ended(PositionTaken p) {
        if (p.ended() == null) return "";
        String contested = p.contested() == null ? "" : ": " + inside(p.contested());
        return "; " + Words.of(p.ended()) + " on " + on(p.endedBy()) + contested;
    }

    private static String on(@Nullable Act act) {
        return act == null ? "no day" : act.on().toString();
    }

    private void proviso(ProvisoAttached p) {
        say("- " + names.of(p.holderId()) + ": " + inside(p.terms().text()) + ", by " + p.terms().by() + ", judged by "
                + names.of(p.judgeId()) + ". " + Words.capitalised(Words.of(p.standing())) + " since " + p.since()
                + ".");
        p.settlings().forEach(s -> say("  " + s.act().on() + ": " + Words.of(s.standing())
                + (s.grounds() == null ? "" : ", " + inside(s.grounds())) + "."));
    }

    private void objection(Objection o) {
        Position.Objection terms = o.terms();
        say("- " + names.of(o.partnerId()) + ", " + o.raised().on() + ": " + inside(terms.reason())
                + (terms.harm() == null ? "" : ". Harm: " + inside(terms.harm()))
                + (terms.wouldResolve() == null ? "" : ". Would resolve it: " + inside(terms.wouldResolve()))
                + ".");
        if (o.test() != null) {
            say("  " + (o.test().upheld() ? "Upheld" : "Dismissed") + " on " + o.test().act().on() + ": "
                    + inside(o.test().reason()) + ".");
        }
        if (o.resolution() != null) {
            say("  Resolved on " + o.resolution().act().on() + (o.resolution().byAmendment() ? " by amendment."
                    : ", withdrawn."));
        } else if (o.over()) {
            say("  Lapsed with the position it was.");
        }
    }

    private void said() {
        heading("Interests", warrant.interests());
        warrant.interests().forEach(i -> say("- " + names.of(i.partnerId()) + ": " + i.text()));
        heading("Recused", warrant.recusals());
        warrant.recusals().forEach(r -> say("- " + names.of(r.partnerId()) + ": " + r.reason()));
        heading("Deadline", warrant.extensions());
        warrant.extensions().forEach(e -> say("- From " + e.from() + " to " + e.to() + ": " + e.reason()));
    }

    private void aftermath() {
        List<Said> after = decision.said().stream().filter(s -> After.line(s, names) != null).toList();
        heading("Afterwards", after);
        after.forEach(s -> say("- " + s.act().on() + ": " + After.line(s, names)));
        heading("Brought into force", warrant.broughtIntoForce());
        warrant.broughtIntoForce().forEach(b -> say("- " + effect(b.effect()) + ": "
                + (b.act() == null ? "not yet." : b.act().on() + ", entry " + b.act().entry() + ".")));
        List<Mandate> mandates = warrant.mandatesResting();
        List<PartnershipLead> leads = warrant.leadsResting();
        if (warrant.versionsResting().isEmpty() && mandates.isEmpty() && leads.isEmpty()
                && warrant.supersedes().isEmpty()) return;
        heading("Rests on it", List.of(decision));
        warrant.versionsResting().forEach(v -> say("- Version " + v.number() + " of " + v.title()
                + (v.inForce() ? ", in force." : ", replaced.")));
        mandates.forEach(m -> say("- " + m.id() + (m.revoked() == null ? "." : ", revoked.")));
        leads.forEach(l -> say("- " + lead(l.level().name(), l.person()) + (l.accepted() == null ? ", not accepted."
                : ", accepted.")));
        warrant.supersedes().forEach(d -> say("- It supersedes " + d.title() + "."));
    }

    private String effect(Effect effect) {
        return switch (effect) {
            case Effect.DocumentVersion e -> "The text of " + names.of(e.document(), decision.hash());
            case Effect.Mandate e -> "A mandate of person " + e.holder() + " for " + Words.scope(e.scope());
            case Effect.PartnershipLead e -> lead(e.level().name(), e.person());
            case Effect.Action e -> "The action " + (e.code() == null ? e.action().toString() : e.code().value());
        };
    }

    private static String lead(String level, PersonId person) {
        return Words.capitalised(level.toLowerCase(java.util.Locale.ROOT)) + " lead of person " + person;
    }

    private void heading(String words, List<?> of) {
        if (of.isEmpty()) return;
        say("");
        say(words);
    }

    /** Somebody's words inside a sentence of ours, which ends with its own full stop. */
    private static String inside(Text words) {
        String value = words.value().strip();
        return value.endsWith(".") && !value.endsWith("..") ? value.substring(0, value.length() - 1) : value;
    }

    /** One line whatever was said: nobody's words can look like an entry of the minutes. */
    private void say(String line) {
        lines.add(BREAKS.matcher(line).replaceAll(" "));
    }
}
