package org.concordat.command.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.EntryId;
import org.concordat.api.Ids;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionEvent.DecisionClosed;
import org.concordat.api.decision.DecisionEvent.DecisionReopened;
import org.concordat.api.decision.DecisionEvent.DecisionRescinded;
import org.concordat.api.decision.DecisionEvent.DecisionSuperseded;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.DecisionRejection.NotAdopted;
import org.concordat.api.partnership.Mandate;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnershipCommand.FindMandateVoid;
import org.concordat.api.partnership.PartnershipCommand.RatifyActs;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipEvent.ActsRatified;
import org.concordat.api.partnership.PartnershipEvent.MandateFoundVoid;
import org.concordat.api.partnership.PartnershipRejection.AlreadyFoundVoid;
import org.concordat.api.partnership.PartnershipRejection.MandateOver;
import org.concordat.api.partnership.PartnershipRejection.MandatePeriod;
import org.concordat.api.partnership.PartnershipRejection.NotFoundVoid;
import org.concordat.api.partnership.PartnershipRejection.NotTainted;
import org.concordat.api.partnership.PartnershipRejection.RatificationTainted;
import org.concordat.api.partnership.PartnershipRejection.RatifiesOwnActs;
import org.concordat.api.partnership.RestedOn;
import org.concordat.api.partnership.Roll;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.concordat.command.act.Desk;
import org.jspecify.annotations.Nullable;

/** A mandate that proves void: from when, and who makes good what was done under it. */
record Voiding(Roll roll) {

    List<PartnershipEvent> find(FindMandateVoid c, Act act) {
        Mandate mandate = known(c.mandate());
        Mandate.FoundVoid found = mandate.foundVoid();
        Rejected.when(found != null && !c.from().isBefore(found.from()),
                () -> new AlreadyFoundVoid(mandate.id(), Objects.requireNonNull(found).from()));
        act.notBefore(mandate.given());
        Rejected.when(c.from().isAfter(act.effectiveOn()), new MandatePeriod(mandate.from(), "would be void from "
                + c.from() + ", after the act that finds it: revoke it from that day"));
        Rejected.when(c.from().isBefore(mandate.from()), new MandatePeriod(mandate.from(), "would be void from "
                + c.from() + ", before it begins"));
        Rejected.when(mandate.overOn(c.from()), new MandateOver(mandate.id()));
        return List.of(new MandateFoundVoid(c.partnershipId(), c.mandate(), c.from(), c.reason(), c.reference()));
    }

    List<PartnershipEvent> ratify(RatifyActs c, Act act, Desk desk) {
        Mandate mandate = known(c.mandate());
        Mandate.FoundVoid found = mandate.foundVoid();
        if (found == null) throw new Rejected(new NotFoundVoid(mandate.id()));
        act.notBefore(found.on());
        Rejected.when(mandate.holder().equals(act.person()), new RatifiesOwnActs(mandate.id()));
        Stream.ofNullable(c.entries()).flatMap(all -> all.stream()).forEach(entry -> tainted(entry, c, mandate, desk));
        if (c.decision() != null) sound(c.decision(), c, mandate, desk);
        return List.of(new ActsRatified(c.partnershipId(), c.mandate(), c.entries(), c.decision(), c.reference(),
                c.reason()));
    }

    private void tainted(EntryId entry, RatifyActs c, Mandate mandate, Desk desk) {
        Rejected.when(!Ids.partnershipOf(entry.subject()).equals(c.partnershipId()), new NotFound(entry.value()));
        Desk.Recorded recorded = desk.event(entry, roll.timeZone())
                .orElseThrow(() -> new Rejected(new NotFound(entry.value())));
        Rejected.when(!restsOn(recorded.event(), recorded.on(), mandate), new NotTainted(entry, mandate.id()));
    }

    private boolean restsOn(Object event, @Nullable LocalDate recordedOn, Mandate mandate) {
        MandateId under = RestedOn.mandate(event);
        return under != null && (recordedOn == null ? roll.mandates().above(under)
                : roll.mandates().tainting(under, recordedOn)).anyMatch(m -> m.id().equals(mandate.id()));
    }

    private void sound(DecisionId decision, RatifyActs c, Mandate mandate, Desk desk) {
        Rejected.when(!Ids.partnershipOf(decision.value()).equals(c.partnershipId()), new NotFound(decision.value()));
        List<DecisionEvent> history = desk.history(decision.value(), DecisionEvent.class);
        Rejected.when(history.isEmpty(), new NotFound(decision.value()));
        Rejected.when(!adopted(history), new NotAdopted(decision));
        Rejected.when(history.stream().anyMatch(e -> restsOn(e, null, mandate)),
                new RatificationTainted(decision, mandate.id()));
    }

    private static boolean adopted(List<DecisionEvent> history) {
        boolean adopted = false;
        for (DecisionEvent event : history) {
            adopted = switch (event) {
                case DecisionClosed e -> e.result().adopted();
                case DecisionReopened _, DecisionRescinded _, DecisionSuperseded _ -> false;
                default -> adopted;
            };
        }
        return adopted;
    }

    private Mandate known(MandateId id) {
        Mandate mandate = roll.mandates().all().get(id);
        if (mandate == null) throw new Rejected(new NotFound(id.value()));
        return mandate;
    }
}
