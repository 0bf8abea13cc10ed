package org.concordat.api.planitem;

import org.concordat.api.Rejection;

/** Why an item of the plan refused. */
public sealed interface PlanItemRejection extends Rejection {

    record ItemAlreadyDrawnUp(ItemId itemId) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return itemId + " is drawn up already."; }
    }

    record ItemIsClosed(ItemId itemId) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return itemId + " is closed: nothing more happens on it."; }
    }

    record ActionAlreadyAgreed(ActionId action) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return action + " is agreed already."; }
    }

    /** The command does not fit the action as it stands, e.g. starting what is started. */
    record WrongStanding(ActionId action, ActionStanding standing) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return action + " stands as " + standing.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                + ", where this cannot be done.";
        }
    }

    record NoLead(ActionId action) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return action + " has no lead assigned."; }
    }

    /** A joint lead names no partner that answers, or the accountable party has not accepted. */
    record NoAccountableLead(ActionId action, String gap) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return action + " cannot start without one accepted, accountable lead: " + gap + ".";
        }
    }

    /** The person speaks for no party of the lead that could do this. */
    record NotTheLead(ActionId action) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.NOT_AUTHORISED; }
        @Override public String sentence() { return "You speak for no party of the lead of " + action + " that could do this now."; }
    }

    record LeadAlreadyAccepted(ActionId action) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "The lead of " + action + " is already accepted for the party you speak for."; }
    }

    record LeadNotAccepted(ActionId action) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "The party you speak for has not accepted the lead of " + action + "."; }
    }

    /** A lead names a party that the partnership does not know on that day. */
    record UnknownParty(String id) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "The partnership has no " + id + " on that day."; }
    }

    /** The partner that answers for a joint lead must be one of its parties. */
    record AnswersForNothing(String partner) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return partner + " is to answer for the joint lead but is not one of its parties."; }
    }

    record HandOverToItself(String partner) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return partner + " already has a part of this lead: hand over to another partner."; }
    }

    record AlreadyReported(ActionId action) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "The completion of your part of " + action + " is already reported."; }
    }

    /** {@code waiting} are the parts (from 1) that await verification; name one of them. */
    record NothingToVerify(ActionId action, java.util.List<Integer> waiting) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return waiting.isEmpty() ? "No part of " + action + " awaits verification."
                : "Name the part of " + action + " that you mean: " + waiting + " await verification.";
        }
    }

    /** Plan 9a: nobody verifies their own completion. */
    record OwnCompletion(ActionId action) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.NOT_AUTHORISED; }
        @Override public String sentence() {
            return "The completion of " + action + " is verified by another partner than the one that reported it.";
        }
    }

    record SameTimescale(ActionId action) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return action + " already has that timescale."; }
    }

    record ActionsOpen(ItemId itemId, java.util.List<ActionId> open) implements PlanItemRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return itemId + " cannot close while these are open: " + open + "."; }
    }
}
