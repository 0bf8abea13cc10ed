package org.concordat.command.decision;

import java.time.LocalDate;
import org.concordat.api.decision.Position;
import org.concordat.api.decision.Stance;

/**
 * A partner's position as it counts.
 *
 * @param toConfirm whether it was recorded for the partner, which has not said whether that is right
 * @param on        the effective day of the last act on it
 */
record Taken(Stance stance, Test test, boolean toConfirm, LocalDate on) {

    /** Where the test of an objection stands. */
    enum Test { NONE, WAITING, UPHELD, DISMISSED }

    static Taken of(Position position, boolean toConfirm, LocalDate on) {
        boolean objects = position.stance() == Stance.OBJECT;
        return new Taken(position.stance(), objects ? Test.WAITING : Test.NONE, toConfirm, on);
    }

    static Taken deemed(LocalDate on) {
        return new Taken(Stance.DEEMED, Test.NONE, false, on);
    }

    /** An objection tested and not upheld is a disagreement; one that nobody tested stands. */
    Taken tested(boolean upheld, LocalDate on) {
        if (test == Test.NONE) return this;
        return new Taken(upheld ? Stance.OBJECT : Stance.DISAGREE, upheld ? Test.UPHELD : Test.DISMISSED, toConfirm,
                on);
    }

    Taken confirmed(LocalDate on) {
        return new Taken(stance, test, false, on);
    }

    boolean objects() {
        return stance == Stance.OBJECT;
    }
}
