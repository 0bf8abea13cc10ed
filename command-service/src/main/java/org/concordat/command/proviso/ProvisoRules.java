package org.concordat.command.proviso;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.concordat.api.CommonRejection.Malformed;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.Rejection;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoRejection.*;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.api.proviso.Provisos;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;

/** The rules of provisos, the same whatever they are attached to: each answers nothing, or refuses. */
public final class ProvisoRules {

    private ProvisoRules() {}

    /**
     * The provisos that a partner attaches to a thing by this act, standing open.
     *
     * @param before how many that partner has ever attached to that thing
     */
    public static List<Proviso> attached(List<ProvisoTerms> terms, String thing, PartnerId holder, int before,
            Act act) {
        List<Proviso> attached = new ArrayList<>();
        for (ProvisoTerms each : terms) {
            check(each, holder, act);
            attached.add(new Proviso(ProvisoId.of(thing, holder, before + attached.size() + 1), holder, each,
                    ProvisoStanding.OPEN, act.effectiveOn()));
        }
        return List.copyOf(attached);
    }

    private static void check(ProvisoTerms terms, PartnerId holder, Act act) {
        refuseIf(terms.by().isBefore(act.effectiveOn()), new ProvisoEndsTooSoon(terms.by(), act.effectiveOn()));
        switch (terms) {
            case ProvisoTerms.ByDate _ -> { }
            case ProvisoTerms.ActOf t -> {
                known(t.partner(), act);
                refuseIf(t.partner().equals(holder), new Malformed("partner", "is the one that attaches the proviso"));
            }
            case ProvisoTerms.TextAgreed t -> refuseIf(!t.document().partnershipId().equals(holder.partnershipId()),
                    new NotFound(t.document().value()));
            case ProvisoTerms.JudgedBy t -> known(t.judge(), act);
        }
    }

    private static void known(PartnerId partner, Act act) {
        refuseIf(!act.roll().partnersOn(act.effectiveOn()).contains(partner), new NotFound(partner.value()));
    }

    /** @param inForce whether a version of that document is in force */
    public static void meet(Provisos all, ProvisoId id, Act act, Predicate<DocumentId> inForce) {
        Proviso proviso = judged(all, id, act);
        if (proviso.terms() instanceof ProvisoTerms.TextAgreed text && !inForce.test(text.document())) {
            throw new Rejected(new TextNotInForce(id, text.document()));
        }
    }

    public static void fail(Provisos all, ProvisoId id, Act act) {
        judged(all, id, act);
    }

    private static Proviso judged(Provisos all, ProvisoId id, Act act) {
        Proviso proviso = due(all, id, act);
        PartnerId judge = proviso.terms().judge(proviso.holder());
        if (!judge.equals(act.partner())) throw new Rejected(new NotTheJudge(id, judge));
        return proviso;
    }

    public static void waive(Provisos all, ProvisoId id, Act act) {
        Proviso proviso = due(all, id, act);
        if (!proviso.holder().equals(act.partner())) throw new Rejected(new NotTheHolder(id, proviso.holder()));
    }

    /** Plan D2: partners that wait for each other move together. */
    public static void together(Provisos all, Set<ProvisoId> ids, Act act) {
        ids.forEach(id -> due(all, id, act));
        if (!all.cycle(ids)) throw new Rejected(new NoCycle());
    }

    public static Proviso lapse(Provisos all, ProvisoId id, Act act) {
        Proviso proviso = open(all, id);
        if (!proviso.terms().by().isBefore(act.today())) throw new Rejected(new NotLapsed(id, proviso.terms().by()));
        return proviso;
    }

    /** Past its last day it has lapsed, whether or not that is on record yet: what counts never hangs on who was quicker. */
    private static Proviso due(Provisos all, ProvisoId id, Act act) {
        Proviso proviso = open(all, id);
        refuseIf(proviso.terms().by().isBefore(act.today()), new ProvisoSettled(id, ProvisoStanding.LAPSED));
        act.notBefore(proviso.since());
        return proviso;
    }

    private static Proviso open(Provisos all, ProvisoId id) {
        Proviso proviso = all.find(id);
        if (proviso == null) throw new Rejected(new NoSuchProviso(id));
        if (proviso.standing() != ProvisoStanding.OPEN) throw new Rejected(new ProvisoSettled(id, proviso.standing()));
        return proviso;
    }

    private static void refuseIf(boolean refused, Rejection why) {
        if (refused) throw new Rejected(why);
    }
}
