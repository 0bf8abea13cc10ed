package org.concordat.api.partnership;

import java.time.LocalDate;
import org.concordat.api.EntryId;
import org.concordat.api.PersonId;
import org.concordat.api.Rejection;

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
        @Override public String sentence() { return "The appointment would end on " + to + ", before it begins on " + from + "."; }
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
}
