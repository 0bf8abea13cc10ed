package org.concordat.query.history;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.query.moment.Names;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Appointment;
import org.concordat.query.partnership.PartnersView;
import org.concordat.query.plan.Acceptance;
import org.concordat.query.plan.Action;
import org.concordat.query.plan.PlanItem;
import org.jspecify.annotations.Nullable;

/** A view laid flat: what is said of which thing. */
final class Facts {

    /** @param what the field in the hub's words, empty for the thing's own name */
    record Key(String subject, String what) implements Comparable<Key> {
        @Override public int compareTo(Key other) {
            return Comparator.comparing(Key::subject).thenComparing(Key::what).compare(this, other);
        }
    }

    private final Map<Key, Object> all = new TreeMap<>();

    private Facts() {}

    static Map<Key, Object> of(PartnershipView view) {
        Facts facts = new Facts();
        facts.partners(view.id().value(), view.partners());
        view.plan().items().forEach(facts::item);
        new DecisionFacts(facts::say).of(view);
        view.commitments().all().forEach(new CommitmentFacts(facts::say)::of);
        return facts.all;
    }

    /** What the things are called; the key's field is empty. */
    static Map<Key, String> subjects(PartnershipView view) {
        Names names = view.names();
        Map<Key, String> called = new TreeMap<>();
        view.partners().partners().values().forEach(p -> called.put(new Key(p.id().value(), ""), p.name().value()));
        view.partners().boards().values().forEach(b -> called.put(new Key(b.id().value(), ""), b.name().value()));
        view.plan().items().forEach(i -> called.put(new Key(i.id().value(), ""), i.title().value()));
        view.plan().actions().forEach(a -> called.put(new Key(a.id().value(), ""),
                Words.capitalised(names.of(a.id()))));
        view.decisions().all().forEach(d -> called.put(new Key(d.id().value(), ""), d.title().value()));
        view.documents().all().forEach(d -> called.put(new Key(d.id().value(), ""), d.title().value()));
        view.commitments().all().forEach(c -> called.put(new Key(c.id().value(), ""), c.title().value()));
        if (view.partners().name() != null) called.put(new Key(view.id().value(), ""), view.partners().name().value());
        return called;
    }

    private void partners(String id, PartnersView view) {
        say(id, "name", view.name());
        if (view.name() != null) say(id, "time zone", view.timeZone().getId());
        say(id, "plan end", view.planEnd());
        if (view.name() != null) {
            say(id, "finance years begin", view.roll().financeYears().begins().toString().substring("--".length()));
            say(id, "finance years stated at least", view.roll().financeYears().atLeast());
        }
        view.partners().values().forEach(p -> say(p.id().value(), "name", p.name()));
        view.boards().values().forEach(b -> {
            say(b.id().value(), "name", b.name());
            say(b.id().value(), "level", b.level());
        });
        view.findings().values().forEach(f -> {
            say(f.id().value(), "text", f.text());
            say(f.id().value(), "lens", f.lens());
            say(f.id().value(), "how widely held", f.held());
        });
        view.appointments().values().forEach(this::appointment);
        view.imports().values().forEach(i ->
                say(id, "import of " + i.fileHash(), i.finished() == null ? "begun" : "complete"));
        view.corrections().values().forEach(c -> say(c.entry().value(), "recorded in error", c.reason()));
        view.disposals().values().forEach(d -> say(d.entry().value(), "disposed of", d.reason()));
        view.roll().witnesses().all().forEach((key, partner) -> say(partner.value(), "witness key " + key,
                view.roll().witnesses().withdrawn().contains(key) ? "withdrawn" : true));
        view.roll().markings().all().forEach((thing, marked) -> {
            say(thing, "marking", marked.marking());
            say(thing, "restricted to", marked.partners());
        });
    }

    private void appointment(Appointment a) {
        String id = a.id().value();
        say(id, "person", a.person());
        say(id, "kind", a.kind());
        say(id, "partner", a.partnerId());
        say(id, "board", a.boardId());
        say(id, "first day", a.from());
        say(id, "last day", a.to());
        say(id, "why it ended", a.endedBecause());
    }

    private void item(PlanItem item) {
        String id = item.id().value();
        say(id, "area", item.area());
        say(id, "title", item.title());
        say(id, "purpose", item.purpose());
        say(id, "challenges", item.challenges());
        say(id, "approach", item.approach());
        say(id, "review questions", item.reviewQuestions());
        say(id, "findings", item.findingIds());
        say(id, "component", item.component());
        say(id, "lens", item.lens());
        if (item.closed() != null) say(id, "closed on", item.closed().on());
        item.actionsById().values().forEach(this::action);
    }

    private void action(Action action) {
        String id = action.id().value();
        say(id, "code", action.code());
        say(id, "methods", action.methods());
        say(id, "timescale", action.timescale());
        say(id, "lead as printed", action.leadAsPrinted());
        say(id, "lead", action.lead());
        say(id, "standing", action.standing());
        if (!action.deferrals().isEmpty()) say(id, "times deferred", action.deferrals().size());
        if (!action.progressReports().isEmpty()) say(id, "progress reports", action.progressReports().size());
        if (action.cancelled() != null) say(id, "reason of the cancellation", action.cancelled().reason());
        action.acceptances().forEach(part -> part(id, part));
    }

    private void part(String id, Acceptance part) {
        say(id, "party of part " + part.part(), part.party());
        say(id, "standing of part " + part.part(), part.standing());
        say(id, "reason given for part " + part.part(), part.reason());
        if (part.handOver() != null) say(id, "hand-over offered of part " + part.part(), part.handOver().to());
    }

    private void say(String subject, String what, @Nullable Object value) {
        if (value != null) all.put(new Key(subject, what), value);
    }
}
