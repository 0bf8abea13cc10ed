package org.concordat.query.warrant;

import org.concordat.query.decision.Said;
import org.concordat.query.moment.Names;
import org.jspecify.annotations.Nullable;

/** What happened to a decision once it had a result, in words; null for what is said elsewhere. */
final class After {

    private After() {}

    static @Nullable String line(Said said, Names names) {
        return switch (said) {
            case Said.Ratification s -> "Ratified: " + s.minutes();
            case Said.Review s -> "To be reviewed on " + s.on() + ".";
            case Said.Superseding s -> "Superseded by " + names.of(s.by()) + ".";
            case Said.Rescission s -> "Rescinded: " + s.reason();
            case Said.Reopening s -> "Reopened, positions until " + s.deadline() + ": " + s.reason();
            case Said.Withdrawal s -> "Withdrawn: " + s.reason();
            case Said.Interest s -> null;
            case Said.Recusal s -> null;
            case Said.Extension s -> null;
            case Said.Reasons s -> null;
        };
    }
}
