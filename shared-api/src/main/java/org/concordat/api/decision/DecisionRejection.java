package org.concordat.api.decision;

import java.time.LocalDate;
import org.concordat.api.Hash;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.Rejection;

/** Why a decision refused. */
public sealed interface DecisionRejection extends Rejection {

    /** The id is in use. */
    record AlreadyTabled(DecisionId decisionId) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return decisionId + " is tabled already."; }
    }

    /** A proposal needs at least one eligible partner. */
    record NobodyEligible() implements DecisionRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "Name at least one partner that is to take a position."; }
    }

    /** The deadline is the last day for positions; it has not passed when it is set. */
    record DeadlinePassed(LocalDate deadline, LocalDate today) implements DecisionRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "The deadline " + deadline + " has passed; today is " + today + "."; }
    }

    /** Plan R1: in a reserved matter nobody is deemed to agree, and every partner is eligible. */
    record ReservedMatter(String problem) implements DecisionRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "This matter is reserved: " + problem + "."; }
    }

    /** Only partnership decisions are reserved; only case authority has a final word. */
    record WrongClass(DecisionClass decisionClass, String problem) implements DecisionRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "A decision of the class " + decisionClass + " " + problem + "."; }
    }

    /** The rule asks for what the eligible partners can never give. */
    record RuleCannotBeMet(String problem) implements DecisionRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "The rule can never be met: " + problem + "."; }
    }

    /** A document's version can be adopted only as it was proposed. */
    record NotTheProposedText(String document) implements DecisionRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "The wording is not the text of the version last proposed of " + document + "."; }
    }

    /** The decision stands where this cannot be done. */
    record NotOpen(DecisionId decisionId, Standing standing) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return decisionId + " is " + standing.name().toLowerCase(java.util.Locale.ROOT) + ", where this cannot be done."; }
    }

    /** It has no result yet. */
    record NotClosed(DecisionId decisionId) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return decisionId + " is still open."; }
    }

    /** The partner is not among those eligible. */
    record NotEligible(PartnerId partner) implements DecisionRejection {
        @Override public Kind kind() { return Kind.NOT_AUTHORISED; }
        @Override public String sentence() { return partner + " is not among the partners eligible for this decision."; }
    }

    /** The partner recused itself. */
    record HasRecused(PartnerId partner) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return partner + " has recused itself from this decision."; }
    }

    /** Plan 6a: partners sign up to what they read, not to what it became. */
    record WordingMoved(Hash wording) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "The wording has moved on; read it again. Its hash is now " + wording + "."; }
    }

    /** No mandate of that person covers this decision on that day. */
    record BeyondMandate(PartnerId partner) implements DecisionRejection {
        @Override public Kind kind() { return Kind.NOT_AUTHORISED; }
        @Override public String sentence() { return "No mandate that you hold for " + partner + " on that day covers a decision of this class, type and level."; }
    }

    /** One position per partner: a second one is a change, and says why. */
    record PositionAlreadyTaken(PartnerId partner) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return partner + " has taken a position; change it, and say why."; }
    }

    /** There is no position of that partner. */
    record NoPosition(PartnerId partner) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return partner + " has no position on this wording."; }
    }

    /** Only a position recorded for a partner is confirmed or contested, once. */
    record NothingToConfirm(PartnerId partner) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "No position was recorded for " + partner + " that waits to be confirmed or contested."; }
    }

    /** There is no untested objection of that partner. */
    record NoObjection(PartnerId partner) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return partner + " has no objection that is not tested yet."; }
    }

    /** Nobody tests their own objection. */
    record OwnObjection(PartnerId partner) implements DecisionRejection {
        @Override public Kind kind() { return Kind.NOT_AUTHORISED; }
        @Override public String sentence() { return "The objection of " + partner + " is tested by somebody who does not speak for it."; }
    }

    /** Before its deadline a decision closes only when nothing can change any more. */
    record TooEarlyToClose(java.util.List<PartnerId> waitingFor) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "It cannot close before its deadline while these have not answered: " + waitingFor + "."; }
    }

    /** An objection is tested before the deadline can be anticipated. */
    record ObjectionUntested(PartnerId partner) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "The objection of " + partner + " is not tested yet: uphold or dismiss it first."; }
    }

    /** The deadline is only ever extended. */
    record DeadlineNotLater(LocalDate deadline) implements DecisionRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "The new deadline must be later than " + deadline + "."; }
    }

    /** The deadline of the decision is another day, or has not passed. */
    record NotDueYet(LocalDate deadline) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "The deadline is " + deadline + " and has not passed."; }
    }

    /** Reasons are given once for a result. */
    record ReasonsAlreadyGiven(DecisionId decisionId) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "The reasons of " + decisionId + " are on record already."; }
    }

    /** Only what was adopted is ratified, rescinded or superseded. */
    record NotAdopted(DecisionId decisionId) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return decisionId + " was not adopted."; }
    }

    /** Ratified already. */
    record AlreadyRatified(DecisionId decisionId) implements DecisionRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return decisionId + " is ratified already."; }
    }

    /** A decision is looked at again on a day that has not passed. */
    record ReviewDatePassed(LocalDate on, LocalDate today) implements DecisionRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "The review date " + on + " has passed; today is " + today + "."; }
    }

    /** A decision is superseded by another one that was adopted. */
    record NoSuccessor(DecisionId by) implements DecisionRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return by + " is not an adopted decision that could replace this one."; }
    }

    /** Only the partner that tabled it, the chair or the secretary amends or withdraws a proposal. */
    record NotTheTabler(DecisionId decisionId) implements DecisionRejection {
        @Override public Kind kind() { return Kind.NOT_AUTHORISED; }
        @Override public String sentence() { return "Only the partner that tabled " + decisionId + ", the chair or the secretary can do this."; }
    }

    /** The same wording again is no amendment. */
    record SameWording(DecisionId decisionId) implements DecisionRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "That is the wording of " + decisionId + " as it stands."; }
    }
}
