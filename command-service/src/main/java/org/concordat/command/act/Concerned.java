package org.concordat.command.act;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.concordat.api.commitment.CommitmentEvent.CommitmentOffered;
import org.concordat.api.decision.DecisionEvent.ProposalTabled;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipRejection.ShutsOut;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemEvent.LeadAssigned;
import org.concordat.api.planitem.PlanItemEvent.LeadHandedOver;
import org.concordat.command.Rejected;

/** Whose business a thing is: nobody can be kept from what is theirs to decide, lead or give. */
public final class Concerned {

    private Concerned() {}

    /** Refuses a restriction that leaves one of them out. */
    public static void mustBeNamed(String subject, Stream<PartnerId> concerned, Collection<PartnerId> named) {
        Set<PartnerId> shutOut = new TreeSet<>(Comparator.comparing(PartnerId::value));
        concerned.filter(partner -> !named.contains(partner)).forEach(shutOut::add);
        Rejected.when(!shutOut.isEmpty(), () -> new ShutsOut(subject, shutOut));
    }

    /** Whoever ever was asked stays concerned: what a partner said or led once is theirs to read. */
    public static Stream<PartnerId> by(Collection<?> happened) {
        return happened.stream().flatMap(Concerned::by);
    }

    private static Stream<PartnerId> by(Object event) {
        return switch (event) {
            case ProposalTabled e -> Stream.concat(e.eligible().stream(), Stream.ofNullable(e.tabledBy()));
            case CommitmentOffered e -> Stream.of(e.partner());
            case LeadAssigned e -> e.parts().stream().flatMap(Concerned::partner);
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
}
