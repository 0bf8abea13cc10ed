package org.concordat.api;

import java.time.LocalDate;
import java.util.Set;
import org.concordat.api.partnership.AppointmentKind;

/** Rejections that any command can meet, whatever it is about. */
public sealed interface CommonRejection extends Rejection {

    /** The thing is not there, or not for this person to see: the answer is the same for both. */
    record NotFound(String id) implements CommonRejection {
        @Override public Kind kind() { return Kind.NOT_FOUND; }
        @Override public String sentence() { return "There is no " + id + " here, or you may not see it."; }
    }

    /** The person may see the thing but holds none of the appointments the command needs on that day. */
    record NotAuthorised(String command, Set<AppointmentKind> needed) implements CommonRejection {
        @Override public Kind kind() { return Kind.NOT_AUTHORISED; }
        @Override public String sentence() {
            return needed.isEmpty()
                    ? command + " is for founders of partnerships."
                    : command + " needs one of these appointments, held today and on the effective day: "
                        + needed.stream().sorted().map(AppointmentKind::words).collect(java.util.stream.Collectors.joining(", ")) + ".";
        }
    }

    /** The thing has moved on since the version the client expected. */
    record MovedOn(String id, long expected, long actual) implements CommonRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return id + " stands at version " + actual + ", not " + expected + ": read it again, then decide.";
        }
    }

    /** The command id was used before, for another command. */
    record CommandIdReused(String commandId) implements CommonRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return "Command id " + commandId + " was already used in this partnership, for another command: a new command needs a new id.";
        }
    }

    /** The thing's history holds an event this version cannot read, so it decides nothing on it and shows nothing of it. */
    record UnreadableHistory(String id) implements CommonRejection {
        @Override public Kind kind() { return Kind.UNAVAILABLE; }
        @Override public String sentence() {
            return "The history of " + id + " holds an event that this version cannot read, so nothing was decided on it."
                + " Sending it again does not help: tell the operator of this Concordat.";
        }
    }

    /** Too many acts on the same thing at once; nothing was recorded. */
    record Contended(String id) implements CommonRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return "Others acted on " + id + " at the same moment; nothing was recorded. Send the same command again.";
        }
    }

    /** The store did not take the event in time; whether it did later, the same command id tells. */
    record StoreUnavailable() implements CommonRejection {
        @Override public Kind kind() { return Kind.UNAVAILABLE; }
        @Override public String sentence() {
            return "The event store did not answer. Send the same command with the same command id again:"
                + " it is recorded once at most.";
        }
    }

    /** Memory is short here, so this was not begun. {@code retryAfterSeconds} is when to ask again. */
    record Overloaded(int retryAfterSeconds) implements CommonRejection {
        @Override public Kind kind() { return Kind.UNAVAILABLE; }
        @Override public String sentence() {
            return "Concordat is short of memory, so nothing was done. Send the same again in " + retryAfterSeconds + " seconds.";
        }
    }

    /** A field of the command has no possible meaning. {@code field} is its path in the input. */
    record Malformed(String field, String problem) implements CommonRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return field + ": " + problem; }
    }

    /** An act cannot claim a day that has not come yet in the partnership's time zone. */
    record EffectiveAfterRecorded(LocalDate effectiveOn, LocalDate today) implements CommonRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() {
            return "The effective day " + effectiveOn + " has not come yet; in this partnership's time zone today is " + today + ".";
        }
    }

    /** An act cannot be effective before the act it answers. */
    record EffectiveBeforeAnswered(LocalDate effectiveOn, LocalDate notBefore) implements CommonRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() {
            return "The effective day " + effectiveOn + " is before " + notBefore + ", the day of the act that this one answers.";
        }
    }
}
