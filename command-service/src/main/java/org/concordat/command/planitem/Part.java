package org.concordat.command.planitem;

import java.time.LocalDate;
import java.util.Objects;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PartStanding;
import org.concordat.command.act.Act;
import org.jspecify.annotations.Nullable;

/**
 * One party's part of an action.
 *
 * @param answers    whether it is the accountable part of a joint lead, whoever holds it now
 * @param offeredTo  the party it is being handed over to, until that party accepts
 * @param reportedBy the person who reported it complete
 * @param since      the effective day of the last act on it
 */
record Part(int number, boolean answers, Lead.Party party, PartStanding standing, Lead.@Nullable Party offeredTo, @Nullable PersonId reportedBy,
            LocalDate since) {

    static Part assigned(int number, Lead.Party party, @Nullable PartnerId answering, LocalDate on) {
        boolean known = switch (party) {
            case Lead.AsPrinted _ -> false;
            case Lead.Post post -> post.partner() != null;
            case Lead.Group group -> group.partner() != null;
            case Lead.Partner _, Lead.Board _, Lead.Person _ -> true;
        };
        boolean answers = answering != null && answering.equals(party.answering());
        return new Part(number, answers, party, known ? PartStanding.AWAITING_ACCEPTANCE : PartStanding.UNRESOLVED, null, null, on);
    }

    /** Whether the person of this act speaks for the party that holds the part. */
    boolean heldBy(Act act) {
        return speaksFor(act, party);
    }

    boolean offeredTo(Act act) {
        return offeredTo != null && speaksFor(act, offeredTo);
    }

    private static boolean speaksFor(Act act, Lead.Party party) {
        return switch (party) {
            case Lead.Board board -> act.roll().chairedBy(act.person(), act.effectiveOn()).contains(board.board());
            case Lead.Person person -> person.person().equals(act.person());
            case Lead.AsPrinted _ -> false;
            case Lead.Partner _, Lead.Post _, Lead.Group _ ->
                    act.partner() != null && Objects.equals(party.answering(), act.partner());
        };
    }

    boolean awaits(Act act) {
        return standing == PartStanding.AWAITING_ACCEPTANCE && heldBy(act) || offeredTo(act);
    }

    /** A party that declined may think better of it. */
    boolean acceptable(Act act) {
        return awaits(act) || standing == PartStanding.DECLINED && heldBy(act);
    }

    Part standing(PartStanding next, LocalDate on) {
        return new Part(number, answers, party, next, offeredTo, reportedBy, on);
    }

    Part accepted(Lead.Party by, LocalDate on) {
        return new Part(number, answers, by, PartStanding.ACCEPTED, null, null, on);
    }

    /** A hand-over that is declined leaves the part with the giver; otherwise the party itself has declined. */
    Part declined(LocalDate on) {
        return offeredTo == null ? standing(PartStanding.DECLINED, on) : new Part(number, answers, party, standing, null, reportedBy, on);
    }

    Part offered(Lead.Party to, LocalDate on) {
        return new Part(number, answers, party, standing, to, reportedBy, on);
    }

    Part reported(PersonId by, LocalDate on) {
        return new Part(number, answers, party, PartStanding.REPORTED_COMPLETE, null, by, on);
    }
}
