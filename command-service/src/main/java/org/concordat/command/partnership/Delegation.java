package org.concordat.command.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.concordat.api.CommonRejection.Malformed;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.PersonId;
import org.concordat.api.decision.DueCommand.GiveDecidedMandate;
import org.concordat.api.partnership.Mandate;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipCommand.*;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipEvent.*;
import org.concordat.api.partnership.PartnershipRejection.*;
import org.concordat.api.partnership.Roll;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.jspecify.annotations.Nullable;

/** Who may decide what: mandates are given, varied and revoked, and what is delegated stays within what was given. */
record Delegation(Roll roll) {

    List<PartnershipEvent> give(GiveMandate c, Act act) {
        exact(c.scope());
        period(c.from(), c.to(), act);
        PartnerId partner = c.partner();
        Rejected.when(partner != null && !roll.partnersOn(c.from()).contains(partner),
                () -> new NotFound(String.valueOf(partner)));
        speaks(c.holder(), partner, c.from());
        oneFinalWord(c.scope(), c.from(), c.to(), null);
        return List.of(new MandateGiven(c.partnershipId(), c.mandate(), c.holder(), partner, c.scope(), c.from(), c.to(),
                c.reference(), null, null));
    }

    /** Adopted after the day it was to begin, a mandate begins with the adoption: authority is never given backwards. */
    List<PartnershipEvent> give(GiveDecidedMandate c, Act act) {
        LocalDate from = c.from().isBefore(act.effectiveOn()) ? act.effectiveOn() : c.from();
        period(from, c.to(), act);
        oneFinalWord(c.scope(), from, c.to(), null);
        return List.of(new MandateGiven(c.partnershipId(), c.mandate(), c.holder(), null, c.scope(), from, c.to(),
                null, null, c.decision()));
    }

    List<PartnershipEvent> vary(VaryMandate c, Act act) {
        exact(c.scope());
        Mandate mandate = standing(c.mandate(), act);
        act.notBefore(mandate.since());
        LocalDate last = c.to();
        ends(mandate.from(), last);
        Rejected.when(last != null && last.isBefore(act.effectiveOn()),
                () -> new MandatePeriod(mandate.from(), "would end on " + last + ", before the act that varies it"));
        MandateId under = mandate.under();
        if (under != null) within(known(under), c.scope(), mandate.from(), last);
        oneFinalWord(c.scope(), mandate.from(), last, mandate.id());
        return List.of(new MandateVaried(c.partnershipId(), c.mandate(), c.scope(), last, c.reason()));
    }

    List<PartnershipEvent> revoke(RevokeMandate c, Act act) {
        act.notBefore(standing(c.mandate(), act).given());
        return List.of(new MandateRevoked(c.partnershipId(), c.mandate(), c.reason()));
    }

    List<PartnershipEvent> delegate(DelegateMandate c, Act act) {
        Mandate under = known(c.under());
        Rejected.when(!under.holder().equals(act.person()), beyond(under, "it is not yours"));
        Rejected.when(!roll.mandates().holds(under, act.effectiveOn()) || !roll.mandates().holds(under, act.today()),
                new MandateOver(under.id()));
        exact(c.scope());
        period(c.from(), c.to(), act);
        within(under, c.scope(), c.from(), c.to());
        speaks(c.holder(), under.partner(), c.from());
        Rejected.when(roll.heldBy(c.holder(), c.from()).findAny().isEmpty(),
                beyond(under, "its holder would hold no appointment on its first day"));
        oneFinalWord(c.scope(), c.from(), c.to(), null);
        return List.of(new MandateGiven(c.partnershipId(), c.mandate(), c.holder(), under.partner(), c.scope(),
                c.from(), c.to(), null, under.id(), null));
    }

    private static void within(Mandate under, MandateScope scope, LocalDate from, @Nullable LocalDate to) {
        MandateScope given = under.asOf(from).scope();
        Rejected.when(!given.delegable(), beyond(under, "it was given without leave to delegate it"));
        Rejected.when(!given.contains(scope), beyond(under, "it does not cover all of that"));
        LocalDate last = under.last();
        Rejected.when(from.isBefore(under.from()), beyond(under, "it begins on " + under.from()));
        Rejected.when(last != null && (to == null || to.isAfter(last)), beyond(under, "its last day is " + last));
    }

    private Mandate standing(MandateId id, Act act) {
        Mandate mandate = known(id);
        Rejected.when(mandate.overOn(act.effectiveOn()), new MandateOver(id));
        return mandate;
    }

    private Mandate known(MandateId id) {
        Mandate mandate = roll.mandates().all().get(id);
        if (mandate == null) throw new Rejected(new NotFound(id.value()));
        return mandate;
    }

    /** A mandate in an amount that no commitment can have covers none. */
    private static void exact(MandateScope scope) {
        String problem = scope.problem();
        if (problem != null) throw new Rejected(new Malformed("scope.amount", problem));
    }

    private static void period(LocalDate from, @Nullable LocalDate to, Act act) {
        Rejected.when(from.isBefore(act.effectiveOn()),
                new MandatePeriod(from, "would begin before " + act.effectiveOn()
                        + ", the effective day of the act that gives it"));
        ends(from, to);
    }

    private static void ends(LocalDate from, @Nullable LocalDate to) {
        Rejected.when(to != null && to.isBefore(from), new MandatePeriod(from, "would end on " + to + ", before it begins"));
    }

    private void speaks(PersonId holder, @Nullable PartnerId partner, LocalDate first) {
        Rejected.when(partner != null && !roll.speaksFor(holder, partner, first),
                () -> new HolderDoesNotSpeak(holder, Objects.requireNonNull(partner)));
    }

    /** Plan 8c: for a type and level of case decisions at most one final word, a delegated one included. */
    private void oneFinalWord(MandateScope scope, LocalDate from, @Nullable LocalDate to, @Nullable MandateId except) {
        roll.mandates().finalWordTaken(scope, from, to, except)
                .ifPresent(taken -> { throw new Rejected(new FinalWordTaken(taken.id())); });
    }

    private static BeyondTheMandate beyond(Mandate under, String problem) {
        return new BeyondTheMandate(under.id(), problem);
    }
}
