package org.concordat.command.commitment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.api.Rejection;
import org.concordat.api.commitment.Account;
import org.concordat.api.commitment.CommitmentCommand.*;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.commitment.CommitmentEvent.*;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.decision.DueCommand.JoinCommitmentProvisos;
import org.concordat.api.decision.DueCommand.LapseCommitmentProviso;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoRejection.NoCycle;
import org.concordat.api.proviso.ProvisoRejection.NoSuchProviso;
import org.concordat.api.proviso.ProvisoRejection.ProvisoSettled;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.Provisos;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.concordat.command.proviso.ProvisoRules;

/** What becomes of a commitment's provisos, before it is confirmed and after. */
record Judging(Account account) {

    List<CommitmentEvent> meet(MeetCommitmentProviso c, Act act, Known elsewhere) {
        ProvisoRules.meet(account.provisos(), c.proviso(), act, elsewhere::inForce);
        return List.of(new CommitmentProvisoMet(c.commitmentId(), c.proviso(), c.grounds()));
    }

    List<CommitmentEvent> fail(FailCommitmentProviso c, Act act) {
        ProvisoRules.fail(account.provisos(), c.proviso(), act);
        return List.of(new CommitmentProvisoFailed(c.commitmentId(), c.proviso(), c.grounds(), account.counting()));
    }

    List<CommitmentEvent> waive(WaiveCommitmentProviso c, Act act) {
        ProvisoRules.waive(account.provisos(), c.proviso(), act);
        return List.of(new CommitmentProvisoWaived(c.commitmentId(), c.proviso(), c.grounds()));
    }

    List<CommitmentEvent> lapse(LapseCommitmentProviso c, Act act) {
        Proviso lapsed = ProvisoRules.lapse(account.provisos(), c.proviso(), act);
        return List.of(new CommitmentProvisoLapsed(c.commitmentId(), c.proviso(), lapsed.terms().by(),
                account.counting()));
    }

    /** R11: A waits for B and B for A, each on its own commitment: the path is read over all of them and met as one. */
    List<CommitmentEvent> meet(MeetCommitmentProvisosTogether c, Act act, Known elsewhere) {
        CommitmentId here = c.commitmentId();
        if (own(c.provisos()).isEmpty()) throw noneOf(c.provisos());
        Provisos path = account.provisos();
        Set<CommitmentId> others = c.provisos().stream().map(CommitmentId::of)
                .filter(id -> !id.equals(here) && id.partnershipId().equals(here.partnershipId()))
                .collect(Collectors.toSet());
        for (CommitmentId other : others) {
            for (Proviso proviso : elsewhere.provisos(other).all().values()) path = path.with(proviso);
        }
        ProvisoRules.together(path, c.provisos(), act);
        return List.of(new CommitmentProvisosMetTogether(here, c.provisos(), c.minutes()));
    }

    /** The act was in time and is on record: a lapse that came between does not undo it, a judgement does. */
    List<CommitmentEvent> join(JoinCommitmentProvisos c) {
        if (own(c.provisos()).isEmpty()) throw noneOf(c.provisos());
        for (Proviso own : own(c.provisos())) {
            boolean open = own.standing() == ProvisoStanding.OPEN || own.standing() == ProvisoStanding.LAPSED;
            Rejected.when(!open, new ProvisoSettled(own.id(), own.standing()));
        }
        return List.of(new CommitmentProvisosMetTogether(c.commitmentId(), c.provisos(), c.minutes()));
    }

    private Rejected noneOf(Set<ProvisoId> path) {
        return new Rejected(path.stream().findFirst().<Rejection>map(NoSuchProviso::new).orElseGet(NoCycle::new));
    }

    private List<Proviso> own(Set<ProvisoId> path) {
        return account.provisos().all().values().stream().filter(proviso -> path.contains(proviso.id())).toList();
    }
}
