package org.concordat.query.decision;

import java.time.LocalDate;
import java.util.List;
import org.concordat.api.Text;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.partnership.Act;

/** What else is said of a decision in the course of its life, each with the act that said so. */
public sealed interface Said {

    Act act();

    record Interest(PartnerId partnerId, Text text, Act act) implements Said {}

    record Recusal(PartnerId partnerId, Text reason, Act act) implements Said {}

    /** The last day on which positions are taken, moved to a later one. */
    record Extension(LocalDate from, LocalDate to, Text reason, Act act) implements Said {}

    /** @param rejectedAlternatives empty: there were none */
    record Reasons(Text text, List<Text> rejectedAlternatives, Act act) implements Said {}

    record Ratification(Text minutes, Act act) implements Said {}

    record Review(LocalDate on, Act act) implements Said {}

    record Superseding(DecisionId by, Act act) implements Said {}

    record Rescission(Text reason, Act act) implements Said {}

    record Reopening(LocalDate deadline, Text reason, Act act) implements Said {}

    record Withdrawal(Text reason, Act act) implements Said {}
}
