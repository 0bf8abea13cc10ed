package org.concordat.command.partnership;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.Ids;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.commitment.CommitmentEvent.CommitmentOffered;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionEvent.ProposalTabled;
import org.concordat.api.document.DocumentEvent;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.Markings;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipCommand.MarkContent;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.api.partnership.PartnershipRejection.AlreadyMarked;
import org.concordat.api.partnership.PartnershipRejection.ShutsOut;
import org.concordat.api.partnership.Roll;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.api.planitem.PlanItemEvent.LeadAssigned;
import org.concordat.api.planitem.PlanItemEvent.LeadHandedOver;
import org.concordat.command.Rejected;

/** Who may read a thing: nobody can be kept from what is theirs to decide, lead or give. */
record Restricting(Roll roll) {

    /** @param history the events of a thing, read to their head */
    List<PartnershipEvent> mark(MarkContent c, BiFunction<String, Class<?>, List<?>> history) {
        Rejected.when(!Ids.partnershipOf(c.subject()).equals(c.partnershipId()), new NotFound(c.subject()));
        Set<PartnerId> named = c.partners() == null ? Set.of() : c.partners();
        named.stream().filter(partner -> !roll.partners().containsKey(partner)).findFirst()
                .ifPresent(unknown -> { throw new Rejected(new NotFound(unknown.value())); });
        List<?> happened = history.apply(c.subject(), kind(c.subject()));
        Rejected.when(happened.isEmpty(), new NotFound(c.subject()));
        Rejected.when(roll.markings().of(c.subject()).equals(new Markings.Marked(c.marking(), named)),
                new AlreadyMarked(c.subject(), c.marking()));
        if (c.marking() == Marking.RESTRICTED) named(c.subject(), happened, named);
        return List.of(new ContentMarked(c.partnershipId(), c.subject(), c.marking(), named));
    }

    private static void named(String subject, List<?> happened, Set<PartnerId> named) {
        Set<PartnerId> shutOut = new HashSet<>();
        happened.stream().flatMap(Restricting::concerned).filter(partner -> !named.contains(partner)).forEach(shutOut::add);
        Rejected.when(!shutOut.isEmpty(), new ShutsOut(subject, shutOut));
    }

    /** Whoever ever was asked stays concerned: what a partner said or led once is theirs to read. */
    private static Stream<PartnerId> concerned(Object event) {
        return switch (event) {
            case ProposalTabled e -> Stream.concat(e.eligible().stream(), Stream.ofNullable(e.tabledBy()));
            case CommitmentOffered e -> Stream.of(e.partner());
            case LeadAssigned e -> e.parts().stream().flatMap(Restricting::partner);
            case LeadHandedOver e -> partner(e.to());
            default -> Stream.of();
        };
    }

    private static Stream<PartnerId> partner(Lead.Party party) {
        return switch (party) {
            case Lead.Partner p -> Stream.of(p.partner());
            case Lead.Post p -> Stream.ofNullable(p.partner());
            case Lead.Group g -> Stream.ofNullable(g.partner());
            case Lead.Board _, Lead.Person _, Lead.AsPrinted _ -> Stream.of();
        };
    }

    private static Class<?> kind(String subject) {
        return switch (subject.substring(0, subject.indexOf('-'))) {
            case "item" -> PlanItemEvent.class;
            case "decision" -> DecisionEvent.class;
            case "document" -> DocumentEvent.class;
            default -> CommitmentEvent.class;
        };
    }
}
