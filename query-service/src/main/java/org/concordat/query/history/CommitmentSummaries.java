package org.concordat.query.history;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
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
import org.concordat.api.commitment.Investment;
import org.concordat.api.commitment.Unit;
import org.concordat.api.commitment.YearAmount;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.query.commitment.Commitment;
import org.concordat.query.moment.Names;
import org.concordat.query.proviso.ProvisoAttached;
import org.jspecify.annotations.Nullable;

/** What was committed, and what became of it, a line each. */
record CommitmentSummaries(String title, @Nullable Unit unit, @Nullable Investment buys, String who, Names names) {

    static String of(CommitmentEvent event, String who, Names names) {
        Commitment known = names.commitments().commitment(event.commitmentId());
        CommitmentSummaries line = event instanceof CommitmentOffered e
                ? new CommitmentSummaries(e.title().value(), e.unit(), e.investment(), who, names)
                : new CommitmentSummaries(names.of(event.commitmentId()), known == null ? null : known.unit(),
                    known == null ? null : known.investment(), who, names);
        return line.of(event);
    }

    private String of(CommitmentEvent event) {
        return switch (event) {
            case CommitmentOffered e -> names.of(e.partner()) + " offered " + title + ": " + years(e.years())
                    + (e.provisos().isEmpty() ? "" : ", subject to " + number(e.provisos().size()));
            case CommitmentEvent.ProvisoAttached e -> names.of(e.proviso().holder()) + " attached a proviso to " + title
                    + ": " + e.proviso().terms().text();
            case CommitmentConfirmed e -> who + " confirmed " + title + ", " + amount(e.sum())
                    + " over all years, under " + e.mandate();
            case CommitmentVaried e -> who + " varied " + title + " to " + years(e.years())
                    + (e.provisos().isEmpty() ? "" : ", subject to " + number(e.provisos().size()) + " more")
                    + ": " + e.reason();
            case CommitmentWithdrawn e ->
                who + " withdrew " + title + " from " + e.from().words() + " on: " + e.reason();
            case InvestmentDescribed e -> who + " said what " + title + " buys: " + e.investment().buys();
            case CommitmentProvisoMet e -> proviso(e.proviso()) + " is met: " + e.grounds();
            case CommitmentProvisoFailed e ->
                proviso(e.proviso()) + " failed" + loosened(e.loosened()) + ": " + e.grounds();
            case CommitmentProvisoWaived e -> proviso(e.proviso()) + " is waived: " + e.grounds();
            case CommitmentProvisoLapsed e -> proviso(e.proviso()) + " lapsed" + loosened(e.loosened())
                    + ": nobody had judged it by " + e.lastDay();
            case CommitmentProvisosMetTogether e -> who + " recorded that " + e.provisos().size()
                    + " provisos that wait for each other, on " + title + " and elsewhere, are met together: "
                    + e.minutes();
            case ContributionReceived e -> who + " recorded " + amount(e.amount()) + " received on " + title + " for "
                    + e.year().words() + ": " + e.reference();
            case FinanceYearClosed e -> who + " closed " + e.year().words() + " of " + title + ": "
                    + amount(e.received()) + " received of " + amount(e.committed())
                    + (e.explanation() == null ? "" : ", " + e.explanation());
        };
    }

    private String years(List<YearAmount> years) {
        return Names.listed(years.stream().map(y -> amount(y.amount()) + " for " + y.year().words()).toList());
    }

    private String loosened(List<YearAmount> years) {
        return years.isEmpty() ? "" : " and loosened " + years(years) + relying();
    }

    /** By name, as far as anybody has said what the money is for. */
    private String relying() {
        if (buys == null) return "";
        List<String> relying = Stream.concat(buys.actions().stream().map(names::of), buys.documents().stream().map(names::of))
                .toList();
        return ", on which " + Names.listed(relying) + (relying.size() == 1 ? " relies" : " rely");
    }

    private String amount(BigDecimal amount) {
        return unit == null ? amount.toPlainString() : unit.words(amount);
    }

    private static String number(int provisos) {
        return provisos == 1 ? "one proviso" : provisos + " provisos";
    }

    private String proviso(ProvisoId id) {
        ProvisoAttached known = names.commitments().proviso(id);
        return known == null ? id + " on " + title : "The proviso of " + names.of(known.holderId()) + " on " + title
                + ", “" + known.terms().text() + "”,";
    }
}
