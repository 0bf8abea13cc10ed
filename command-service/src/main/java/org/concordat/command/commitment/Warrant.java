package org.concordat.command.commitment;

import java.math.BigDecimal;
import org.concordat.api.commitment.CommitmentEvent.CommitmentOffered;
import org.concordat.api.commitment.CommitmentRejection.MandateFallsShort;
import org.concordat.api.commitment.CommitmentRejection.NoMandateToCommit;
import org.concordat.api.partnership.Mandate;
import org.concordat.api.partnership.MandateId;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;

/** K3: no act counts without a mandate valid on its day, and a mandate's amount is for all years together. */
final class Warrant {

    private Warrant() {}

    static MandateId of(CommitmentOffered offered, BigDecimal sum, Act act) {
        String currency = offered.unit().currency();
        Mandate mandate = act.roll().mandates().committing(act.person(), offered.partner(), offered.type(), offered.level(),
                currency, act.effectiveOn(), act.today())
                .orElseThrow(() -> new Rejected(new NoMandateToCommit(offered.partner())));
        BigDecimal amount = mandate.scope().amount();
        if (currency != null && amount != null && amount.compareTo(sum) < 0) {
            throw new Rejected(new MandateFallsShort(mandate.id(), amount, sum));
        }
        return mandate.id();
    }
}
