package org.concordat.api.partnership;

import java.time.LocalDate;
import java.util.Set;
import org.concordat.api.EntryId;
import org.concordat.api.PersonId;
import org.concordat.api.Rejection;
import org.concordat.api.Sorted;
import org.concordat.api.decision.DecisionId;

/** Why a partnership refused. */
public sealed interface PartnershipRejection extends Rejection {

    record AlreadyEstablished(PartnershipId partnershipId) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return partnershipId + " is established already."; }
    }

    /** The id is in use in this partnership; nothing is ever registered twice under one id. */
    record AlreadyRegistered(String id) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return id + " is registered already."; }
    }

    record PlanEndsBeforeItBegins(LocalDate planEnd, LocalDate from) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "The plan would end on " + planEnd + ", before it begins on " + from + "."; }
    }

    record EndsBeforeItBegins(LocalDate from, LocalDate to) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "It would end on " + to + ", before it begins on " + from + "."; }
    }

    /** Authority is never given backwards: to record a late appointment, claim its first day as the effective day. */
    record BeginsBeforeTheAct(LocalDate from, LocalDate effectiveOn) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() {
            return "It would apply on " + from + ", before the effective day " + effectiveOn + " of the act that makes it;"
                + " claim that day as the effective day instead.";
        }
    }

    /** A representative needs a partner; no other kind has one; only a chair may have a board. */
    record AppointmentMisfit(AppointmentKind appointment, String problem) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "A " + appointment.words() + " " + problem + "."; }
    }

    /** A person speaks for one partner of a partnership at a time. */
    record SpeaksForAnother(PersonId person, PartnerId partner) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return "This person already speaks for " + partner + " in that time; a person speaks for one partner at a time.";
        }
    }

    /** The same person would hold the same appointment twice at one time. */
    record AlreadyAppointed(AppointmentId appointment) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "This person already holds that appointment in that time: " + appointment + "."; }
    }

    /** An auditor changes nothing, so an auditor holds no other appointment at the same time. */
    record AuditorStandsApart(AppointmentId other) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return "An auditor holds no other appointment at the same time; this person would also hold " + other + ".";
        }
    }

    record AppointmentOver(AppointmentId appointment, LocalDate since) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return appointment + " has its last day on " + since + "; it can only be ended earlier."; }
    }

    /** Without a programme office nobody could appoint the next one. */
    record LastProgrammeOffice(AppointmentId appointment) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return "The partnership would have no programme office after that day: appoint the next one first.";
        }
    }

    record AlreadyCorrected(EntryId entry) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return entry + " is already marked as recorded in error."; }
    }

    /** A plan is imported once; a different file is answered with what differs, never applied. */
    record PlanAlreadyImported(String fileHash) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return "This partnership's plan is, or is being, imported from the file with SHA-256 " + fileHash
                + "; import never amends.";
        }
    }

    record ImportNotBegun(String fileHash) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "No import of the file with SHA-256 " + fileHash + " is under way."; }
    }

    /** A mandate ends after it begins, and begins no earlier than the effective day of the act that gives it. */
    record MandatePeriod(LocalDate from, String problem) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "The mandate from " + from + " " + problem + "."; }
    }

    /** A partner's mandate is for somebody who speaks for it. */
    record HolderDoesNotSpeak(PersonId holder, PartnerId partner) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "This person does not speak for " + partner + " on the mandate's first day."; }
    }

    /** Plan 8c: for a type and level of case decisions at most one final word. */
    record FinalWordTaken(MandateId mandate) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return mandate + " already has the final word on some of that in that time."; }
    }

    /** What is delegated never exceeds the mandate it is under, and only a delegable one is delegated, by its holder. */
    record BeyondTheMandate(MandateId under, String problem) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "Under " + under + " this cannot be delegated: " + problem + "."; }
    }

    record MandateOver(MandateId mandate) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return mandate + " does not hold on that day any more."; }
    }

    record AlreadyFoundVoid(MandateId mandate, LocalDate from) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return mandate + " is found void from " + from + " on already."; }
    }

    /** Only what rested on a mandate found void is in need of being ratified. */
    record NotFoundVoid(MandateId mandate) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return mandate + " was not found void: there is nothing to ratify."; }
    }

    record NotTainted(EntryId entry, MandateId mandate) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() {
            return entry + " did not rest on " + mandate + " on a day from which that was found void.";
        }
    }

    /** Nobody ratifies what they did themselves. */
    record RatifiesOwnActs(MandateId mandate) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.NOT_AUTHORISED; }
        @Override public String sentence() { return "You acted under " + mandate + " yourself: somebody else ratifies that."; }
    }

    /** What a void mandate agreed to cannot make good what was done under it. */
    record RatificationTainted(DecisionId decision, MandateId mandate) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return decision + " rests on " + mandate + " itself: it cannot ratify what was done under that.";
        }
    }

    /** A decision that is adopted anew proposes nobody twice. */
    record AlreadyProposed(Level level, DecisionId decision) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return decision + " has already proposed this person to lead at the "
                + level.name().toLowerCase(java.util.Locale.ROOT) + " level.";
        }
    }

    /** Nobody leads because a decision said so: the person it proposed accepts. */
    record NotProposed(Level level) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return "No decision proposes you to lead at the " + level.name().toLowerCase(java.util.Locale.ROOT) + " level.";
        }
    }

    /** Plan 8d: one lead at a level at a time. */
    record LevelLed(Level level, LocalDate until) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return "Somebody has accepted to lead at the " + level.name().toLowerCase(java.util.Locale.ROOT) + " level until "
                + until + ".";
        }
    }

    /** The finance years are agreed so already. */
    record SameFinanceYears(PartnershipId partnershipId) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "Those are the finance years of " + partnershipId + " as they stand."; }
    }

    /** Its words are disposed of already. */
    record AlreadyDisposedOf(EntryId entry) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "The words of " + entry + " are disposed of already."; }
    }

    /** The payload may not go. {@code because} goes on from the entry's id. */
    record PayloadStays(EntryId entry, String because) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return entry + " " + because + "; its payload stays."; }
    }

    /** The event store cannot change what it holds, so nothing in it can be disposed of. */
    record StoreKeepsPayloads() implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return "The event store of this installation never changes what it holds: nothing was disposed of.";
        }
    }

    /** A cosignature must say which partner it is of, so no two have the same key, and none the same key under two names. */
    record WitnessKeyTaken(WitnessKey key) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "The key " + key + " is registered already, by this partner or another."; }
    }

    /** A partner withdraws its own keys and nobody else's. */
    record NotYourWitnessKey(WitnessKey key, PartnerId partner) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.NOT_AUTHORISED; }
        @Override public String sentence() { return "The key " + key + " is for " + partner + " to withdraw."; }
    }

    /** It vouches for nothing new as it is. */
    record WitnessKeyAlreadyWithdrawn(WitnessKey key) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "The key " + key + " is withdrawn already."; }
    }

    /** It is marked so as it stands. */
    record AlreadyMarked(String subject, Marking marking) implements PartnershipRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return subject + " is marked so already."; }
    }

    /** Nobody is kept from what they are to decide, lead or give: a restriction names the partners concerned, or waits. */
    record ShutsOut(String subject, Set<PartnerId> partners) implements PartnershipRejection {
        public ShutsOut {
            partners = Sorted.copyOf(partners);
        }
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() {
            return subject + " is the business of these too, who would not read it any more: "
                + partners.stream().map(PartnerId::value).collect(java.util.stream.Collectors.joining(", ")) + ".";
        }
    }
}
