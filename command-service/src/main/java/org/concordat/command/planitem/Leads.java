package org.concordat.command.planitem;

import java.util.List;
import java.util.Objects;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemRejection.AnswersForNothing;
import org.concordat.api.planitem.PlanItemRejection.UnknownParty;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;

/** Whether a lead names only parties that the partnership has on that day. */
final class Leads {

    private Leads() {}

    static void check(Lead lead, Act act) {
        List<PartnerId> partners = act.roll().partnersOn(act.effectiveOn());
        switch (lead) {
            case Lead.Board board -> refuseUnless(act.roll().boards().contains(board.board()), board.board().value());
            case Lead.Partner _, Lead.Post _, Lead.Group _ -> {
                PartnerId partner = lead.answering();
                refuseUnless(partner == null || partners.contains(partner), String.valueOf(partner));
            }
            case Lead.EveryPartner _ -> refuseUnless(!partners.isEmpty(), "partner");
            case Lead.Person _, Lead.AsPrinted _ -> { }
            case Lead.Jointly joint -> {
                joint.parties().forEach(party -> check(party, act));
                PartnerId answers = joint.answers();
                if (answers != null && joint.parties(partners).stream().noneMatch(p -> Objects.equals(p.answering(), answers))) {
                    throw new Rejected(new AnswersForNothing(answers.value()));
                }
            }
        }
    }

    private static void refuseUnless(boolean known, String id) {
        if (!known) throw new Rejected(new UnknownParty(id));
    }
}
