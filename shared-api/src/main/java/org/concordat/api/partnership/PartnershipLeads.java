package org.concordat.api.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.api.PersonId;
import org.concordat.api.decision.DecisionId;

/** Who was proposed and who accepted to lead the partnership, at which level and for which term. Pure. */
public record PartnershipLeads(List<Proposed> proposed, List<Term> accepted) {

    public static final PartnershipLeads NONE = new PartnershipLeads(List.of(), List.of());

    /** Both days included. */
    public record Term(Level level, PersonId person, LocalDate from, LocalDate to) {

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        /** Accepted late, a term begins late; its last day stays. */
        boolean isAccepted(Term accepted) {
            return level == accepted.level && person.equals(accepted.person) && to.equals(accepted.to);
        }

        boolean overlaps(LocalDate otherFrom, LocalDate otherTo) {
            return !otherFrom.isAfter(to) && !from.isAfter(otherTo);
        }
    }

    /** @param on the effective day of the proposal, which acceptance cannot precede */
    public record Proposed(Term term, DecisionId decision, LocalDate on) {}

    public PartnershipLeads with(Proposed proposal) {
        return new PartnershipLeads(Stream.concat(proposed.stream(), Stream.of(proposal)).toList(), accepted);
    }

    public PartnershipLeads with(Term term) {
        return new PartnershipLeads(proposed, Stream.concat(accepted.stream(), Stream.of(term)).toList());
    }

    /** The newest proposal that waits for this person's answer and whose term is not over on that day. */
    public Optional<Proposed> waiting(PersonId person, Level level, LocalDate day) {
        return proposed.reversed().stream().filter(p -> p.term().person().equals(person) && p.term().level() == level
                && !p.term().to().isBefore(day) && accepted.stream().noneMatch(p.term()::isAccepted)).findFirst();
    }

    /** Whether that decision has proposed this person at that level, answered or not. */
    public boolean proposed(DecisionId decision, PersonId person, Level level) {
        return proposed.stream().anyMatch(p -> p.decision().equals(decision) && p.term().person().equals(person)
                && p.term().level() == level);
    }

    /** Plan 8d: one lead at a level at a time. Whoever accepted to lead at that level in some of that time. */
    public Optional<Term> ledIn(Level level, LocalDate from, LocalDate to) {
        return accepted.stream().filter(t -> t.level() == level && t.overlaps(from, to)).findFirst();
    }

    /** Who leads at the level on that day. */
    public Optional<Term> leading(Level level, LocalDate day) {
        return ledIn(level, day, day);
    }
}
