package org.concordat.command.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.commitment.Account;
import org.concordat.api.commitment.CommitmentCommand.*;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.commitment.CommitmentEvent.*;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.commitment.CommitmentKind;
import org.concordat.api.commitment.CommitmentRejection.*;
import org.concordat.api.commitment.Form;
import org.concordat.api.commitment.YearAmount;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.Provisos;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.concordat.command.proviso.ProvisoRules;
import org.jspecify.annotations.Nullable;

/**
 * Where a commitment stands, and which rules then apply. No clock, no Spring, no I/O.
 *
 * @param said      the effective day from which the years and provisos are what they are
 * @param confirmed the effective day on which it was confirmed; null while it is only offered
 * @param latest    the latest effective day of anything that happened
 */
record Commitment(@Nullable Account account, LocalDate said, @Nullable LocalDate confirmed, LocalDate latest) {

    static final Commitment NONE = new Commitment(null, LocalDate.MIN, null, LocalDate.MIN);

    List<CommitmentEvent> offer(OfferCommitment c, Act act, Known elsewhere) {
        CommitmentId id = c.commitmentId();
        if (account != null) throw new Rejected(new AlreadyOffered(id));
        PartnerId partner = speaker(act);
        Rejected.when(!id.partnershipId().equals(c.partnershipId()) || !partner.partnershipId().equals(c.partnershipId()),
                new NotFound(id.value()));
        CommitmentKind kind = c.unit().kind();
        Rejected.when(c.form() == Form.CASH && kind != CommitmentKind.MONEY, new NotCash(kind));
        List<YearAmount> years = new Years(act.roll().financeYears(), c.unit()).checked(c.years());
        List<Proviso> provisos = ProvisoRules.attached(c.provisos(), id.value(), partner, 0, act);
        elsewhere.thereIs(c.investment(), c.partnershipId());
        return List.of(new CommitmentOffered(c.partnershipId(), id, partner, c.title(), c.unit(), c.form(), c.spend(), years,
                c.level(), c.type(), provisos, c.investment()));
    }

    List<CommitmentEvent> attach(AttachProviso c, Act act) {
        Account own = own(c.commitmentId(), act);
        act.notBefore(said);
        holding(own);
        Rejected.when(own.confirmed() != null, new AlreadyConfirmed(c.commitmentId()));
        Proviso attached = ProvisoRules.attached(List.of(c.proviso()), c.commitmentId().value(), own.offered().partner(),
                own.provisos().all().size(), act).getFirst();
        return List.of(new ProvisoAttached(c.commitmentId(), attached));
    }

    List<CommitmentEvent> confirm(ConfirmCommitment c, Act act) {
        Account own = own(c.commitmentId(), act);
        act.notBefore(latest);
        holding(own);
        Rejected.when(own.confirmed() != null, new AlreadyConfirmed(c.commitmentId()));
        // Past its last day it has lapsed, whether or not that is on record yet.
        List<Proviso> lapsing = own.provisos().lapsing(act.today());
        List<ProvisoId> broken = own.provisos().all().values().stream()
                .filter(p -> p.standing().broken() || lapsing.contains(p)).map(Proviso::id).toList();
        Rejected.when(!broken.isEmpty(), new ProvisoBroken(broken));
        return List.of(new CommitmentConfirmed(c.commitmentId(), Warrant.of(own.offered(), own.sum(), act), own.sum()));
    }

    List<CommitmentEvent> describe(DescribeInvestment c, Act act, Known elsewhere) {
        Account own = own(c.commitmentId(), act);
        act.notBefore(said);
        holding(own);
        elsewhere.thereIs(c.investment(), own.offered().partnershipId());
        return List.of(new InvestmentDescribed(c.commitmentId(), c.investment()));
    }

    /** What the partner says otherwise than it did: for those whose commitment it is. */
    Revising revising(CommitmentId meant, Act act) {
        Account own = own(meant, act);
        act.notBefore(latest);
        holding(own);
        return new Revising(own, act);
    }

    Judging judging(CommitmentId meant) {
        return new Judging(found(meant));
    }

    /** What came in, and what a year came to: only of what is confirmed. */
    Booking booking(CommitmentId meant) {
        Account found = found(meant);
        if (confirmed == null) throw new Rejected(new NotConfirmed(meant));
        return new Booking(found, confirmed, latest);
    }

    Provisos provisos() {
        return account == null ? Provisos.NONE : account.provisos();
    }

    private static void holding(Account own) {
        if (own.withdrawnFrom() != null && own.amounts().keySet().stream().allMatch(own::withdrawn)) {
            throw new Rejected(new YearWithdrawn(own.withdrawnFrom()));
        }
    }

    private Account own(CommitmentId meant, Act act) {
        Account found = found(meant);
        PartnerId partner = found.offered().partner();
        Rejected.when(!partner.equals(speaker(act)), new NotYourCommitment(meant, partner));
        return found;
    }

    private Account found(CommitmentId meant) {
        if (account == null) throw new Rejected(new NotFound(meant.value()));
        return account;
    }

    private static PartnerId speaker(Act act) {
        return Objects.requireNonNull(act.partner(), "a representative speaks for a partner");
    }

    Commitment after(CommitmentEvent event, LocalDate on) {
        Account begun = event instanceof CommitmentOffered e ? Account.of(e) : null;
        Account next = account == null ? begun : account.after(event, on);
        boolean says = begun != null || event instanceof ProvisoAttached || event instanceof CommitmentVaried;
        return new Commitment(next, says ? on : said, event instanceof CommitmentConfirmed ? on : confirmed,
                on.isAfter(latest) ? on : latest);
    }
}
