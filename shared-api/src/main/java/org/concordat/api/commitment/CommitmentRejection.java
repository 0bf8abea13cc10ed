package org.concordat.api.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.concordat.api.Rejection;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.ProvisoId;

/** Why a commitment refused. */
public sealed interface CommitmentRejection extends Rejection {

    /** The id is in use. */
    record AlreadyOffered(CommitmentId commitmentId) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return commitmentId + " is offered already."; }
    }

    /** Only the partner whose commitment it is changes it. */
    record NotYourCommitment(CommitmentId commitmentId, PartnerId partner) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.NOT_AUTHORISED; }
        @Override public String sentence() { return commitmentId + " is for " + partner + " to change."; }
    }

    /** Plan 11c: zero is an answer for a year, blank is none. */
    record YearsNotStated(int stated, int atLeast, int atMost) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() {
            return "A commitment states from " + atLeast + " to " + atMost + " finance years, zero where nothing is given; "
                    + stated + " are stated.";
        }
    }

    /** The years follow each other in order: none missing, none twice. */
    record YearsNotInARow(FinanceYear expected, FinanceYear stated) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() {
            return "The finance year that begins on " + expected + " is stated next, not the one that begins on " + stated + ".";
        }
    }

    /** The partnership's finance years begin on another day. */
    record NotAFinanceYear(FinanceYear stated, LocalDate expected) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() {
            return "No finance year of this partnership begins on " + stated + "; that year's begins on " + expected + ".";
        }
    }

    /** Sums agree to the penny because nothing is ever rounded. */
    record NotAnAmount(FinanceYear year, String problem) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "The amount for " + year.words() + " " + problem + "."; }
    }

    /** Posts, space, access and places are given in kind. */
    record NotCash(CommitmentKind what) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "Only money is given in cash; " + what + " is given in kind."; }
    }

    /** It is confirmed. */
    record AlreadyConfirmed(CommitmentId commitmentId) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return commitmentId + " is confirmed already; it can be varied, with the reason."; }
    }

    /** Nobody has confirmed it. */
    record NotConfirmed(CommitmentId commitmentId) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return commitmentId + " is offered but not confirmed."; }
    }

    /** No mandate of that person covers a commitment of that level and type, in that currency, on that day. */
    record NoMandateToCommit(PartnerId partner) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.NOT_AUTHORISED; }
        @Override public String sentence() {
            return "You hold no mandate for " + partner + " on that day that covers commitments of this level, type and currency.";
        }
    }

    /** The mandate's amount is for all years together. */
    record MandateFallsShort(MandateId mandate, BigDecimal amount, BigDecimal sum) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.NOT_AUTHORISED; }
        @Override public String sentence() {
            return mandate + " covers " + amount.toPlainString() + " over all years; this commitment is " + sum.toPlainString() + ".";
        }
    }

    /** What already failed or lapsed is put aside by a variation, with its reason, before anything is confirmed. */
    record ProvisoBroken(List<ProvisoId> provisos) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "These provisos failed or lapsed: " + provisos + ". Vary the commitment first."; }
    }

    /** The years, amounts and provisos are what they were. */
    record NothingVaried(CommitmentId commitmentId) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "That is " + commitmentId + " as it stands."; }
    }

    /** A year is never varied below what was received in it. */
    record BelowReceived(FinanceYear year, BigDecimal received) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return received.toPlainString() + " was received for " + year.words() + "; it cannot be varied below that.";
        }
    }

    /** The commitment says nothing of that year. */
    record YearNotCommitted(FinanceYear year) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "The commitment does not state " + year.words() + "."; }
    }

    /** It no longer holds for that year. */
    record YearWithdrawn(FinanceYear year) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "The commitment is withdrawn for " + year.words() + "."; }
    }

    /** A year is closed once, and stays as it was closed. */
    record YearClosed(FinanceYear year) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return year.words() + " is closed."; }
    }

    /** What is confirmed is withdrawn from a year that has not begun. */
    record NoticeTooShort(FinanceYear from, LocalDate effectiveOn) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return from.words() + " has begun on " + effectiveOn + "; withdraw from a later year, or vary this one.";
        }
    }

    /** Something was received for that year, so it can only be varied. */
    record ReceivedAlready(FinanceYear year, BigDecimal received) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return received.toPlainString() + " was received for " + year.words() + "; it can be varied, not withdrawn.";
        }
    }

    /** A year is closed when its last day has passed. */
    record YearNotOver(FinanceYear year, LocalDate lastDay) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return year.words() + " runs until " + lastDay + "."; }
    }

    /** What was received is not what was committed, and nobody says why. */
    record VarianceUnexplained(FinanceYear year, BigDecimal variance) implements CommitmentRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() {
            return "Received less committed is " + variance.toPlainString() + " for " + year.words() + ": say why.";
        }
    }
}
