package org.concordat.query.commitment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.api.Text;
import org.concordat.api.commitment.Account;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.commitment.CommitmentEvent.CommitmentConfirmed;
import org.concordat.api.commitment.CommitmentEvent.CommitmentOffered;
import org.concordat.api.commitment.CommitmentEvent.CommitmentProvisoFailed;
import org.concordat.api.commitment.CommitmentEvent.CommitmentProvisoLapsed;
import org.concordat.api.commitment.CommitmentEvent.CommitmentProvisoMet;
import org.concordat.api.commitment.CommitmentEvent.CommitmentProvisoWaived;
import org.concordat.api.commitment.CommitmentEvent.CommitmentProvisosMetTogether;
import org.concordat.api.commitment.CommitmentEvent.CommitmentVaried;
import org.concordat.api.commitment.CommitmentEvent.CommitmentWithdrawn;
import org.concordat.api.commitment.CommitmentEvent.ContributionReceived;
import org.concordat.api.commitment.CommitmentEvent.FinanceYearClosed;
import org.concordat.api.commitment.CommitmentEvent.InvestmentDescribed;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.query.commitment.Commitment.Said;
import org.concordat.query.ledger.Entry;
import org.concordat.query.partnership.Act;
import org.concordat.query.proviso.ProvisoAttached;
import org.jspecify.annotations.Nullable;

/** Changes inside, and is thrown away once frozen. */
final class CommitmentFold {

    private Account account;
    private final Act offered;
    private long version;
    private final Map<ProvisoId, ProvisoAttached> provisos;
    private final List<Said> said;
    private final List<Act> stated;

    CommitmentFold(CommitmentOffered e, Act act) {
        account = Account.of(e);
        offered = act;
        provisos = new LinkedHashMap<>();
        said = new ArrayList<>();
        stated = new ArrayList<>();
    }

    CommitmentFold(Commitment c) {
        account = c.account();
        offered = c.offered();
        version = c.version();
        provisos = new LinkedHashMap<>(c.provisosById());
        said = new ArrayList<>(c.said());
        stated = new ArrayList<>(c.stated());
    }

    Commitment frozen() {
        return new Commitment(account, offered, version, Collections.unmodifiableMap(provisos), List.copyOf(said),
                List.copyOf(stated));
    }

    void at(long newest) {
        version = Math.max(version, newest);
    }

    void on(CommitmentEvent event, Entry entry) {
        Act act = Act.of(entry);
        account = account.after(event, act.on());
        Text grounds = grounds(event);
        account.provisos().all().values().forEach(p -> provisos.merge(p.id(),
                new ProvisoAttached(event.commitmentId().value(), p, act, List.of()),
                (known, now) -> known.standing() == p.standing() ? known : known.settled(p.standing(), grounds, act)));
        Said line = said(event, entry, act);
        if (line != null) said.add(line);
        if (states(event)) stated.add(act);
    }

    private static boolean states(CommitmentEvent event) {
        return !(event instanceof ContributionReceived || event instanceof FinanceYearClosed
                || event instanceof InvestmentDescribed);
    }

    private static @Nullable Said said(CommitmentEvent event, Entry entry, Act act) {
        return switch (event) {
            case CommitmentConfirmed e -> new Said.Confirmation(e.mandate(), e.sum(), entry.authority(), act);
            case CommitmentVaried e -> new Said.Variation(e.years(), e.reason(), e.mandate(), entry.authority(), act);
            case CommitmentWithdrawn e -> new Said.Withdrawal(e.from(), e.reason(), act);
            case ContributionReceived e -> new Said.Contribution(e.year(), e.amount(), e.reference(), act);
            case FinanceYearClosed e -> new Said.Closing(e, act);
            case InvestmentDescribed e -> new Said.Described(e.investment(), act);
            case CommitmentOffered e -> null;
            case CommitmentEvent.ProvisoAttached e -> null;
            case CommitmentProvisoMet e -> null;
            case CommitmentProvisoFailed e -> new Said.Loosening(e.proviso(), e.loosened(), act);
            case CommitmentProvisoWaived e -> null;
            case CommitmentProvisoLapsed e -> new Said.Loosening(e.proviso(), e.loosened(), act);
            case CommitmentProvisosMetTogether e -> null;
        };
    }

    /** A variation puts aside what failed or lapsed, for its own reason. */
    private static @Nullable Text grounds(CommitmentEvent event) {
        return switch (event) {
            case CommitmentProvisoMet e -> e.grounds();
            case CommitmentProvisoFailed e -> e.grounds();
            case CommitmentProvisoWaived e -> e.grounds();
            case CommitmentProvisosMetTogether e -> e.minutes();
            case CommitmentVaried e -> e.reason();
            case CommitmentWithdrawn e -> e.reason();
            default -> null;
        };
    }
}
