package org.concordat.query.history;

import org.concordat.api.EntryId;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.document.DocumentEvent;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.PartnershipEvent.ActsRatified;
import org.concordat.api.partnership.PartnershipEvent.Appointed;
import org.concordat.api.partnership.PartnershipEvent.AppointmentEnded;
import org.concordat.api.partnership.PartnershipEvent.BoardRegistered;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.api.partnership.PartnershipEvent.FinanceYearsAgreed;
import org.concordat.api.partnership.PartnershipEvent.FindingRegistered;
import org.concordat.api.partnership.PartnershipEvent.ImportBegun;
import org.concordat.api.partnership.PartnershipEvent.MandateFoundVoid;
import org.concordat.api.partnership.PartnershipEvent.MandateGiven;
import org.concordat.api.partnership.PartnershipEvent.MandateRevoked;
import org.concordat.api.partnership.PartnershipEvent.MandateVaried;
import org.concordat.api.partnership.PartnershipEvent.PartnerAdmitted;
import org.concordat.api.partnership.PartnershipEvent.PartnershipEstablished;
import org.concordat.api.partnership.PartnershipEvent.PartnershipLeadAccepted;
import org.concordat.api.partnership.PartnershipEvent.PartnershipLeadProposed;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.api.partnership.PartnershipEvent.PlanImported;
import org.concordat.api.partnership.PartnershipEvent.RecordCorrected;
import org.concordat.api.partnership.PartnershipEvent.WitnessKeyRegistered;
import org.concordat.api.partnership.PartnershipEvent.WitnessKeyWithdrawn;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.planitem.PlanItemEvent.ActionAgreed;
import org.concordat.api.planitem.PlanItemEvent.ActionCancelled;
import org.concordat.api.planitem.PlanItemEvent.ActionDeferred;
import org.concordat.api.planitem.PlanItemEvent.ActionStarted;
import org.concordat.api.planitem.PlanItemEvent.CompletionRejected;
import org.concordat.api.planitem.PlanItemEvent.CompletionReported;
import org.concordat.api.planitem.PlanItemEvent.CompletionVerified;
import org.concordat.api.planitem.PlanItemEvent.ItemClosed;
import org.concordat.api.planitem.PlanItemEvent.ItemDrawnUp;
import org.concordat.api.planitem.PlanItemEvent.LeadAccepted;
import org.concordat.api.planitem.PlanItemEvent.LeadAssigned;
import org.concordat.api.planitem.PlanItemEvent.LeadDeclined;
import org.concordat.api.planitem.PlanItemEvent.LeadHandedOver;
import org.concordat.api.planitem.PlanItemEvent.ProgressReported;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.query.ledger.Entry;
import org.concordat.query.moment.Names;
import org.concordat.query.partnership.Actor;
import org.concordat.query.partnership.Appointment;

/** An entry in one line, as minutes would have it. */
final class Summaries {

    private static final int HASH_SHOWN = 12;

    private Summaries() {}

    static String of(Entry entry, Names names) {
        String who = who(Actor.of(entry), names);
        String line = switch (entry.event()) {
            case PartnershipEvent e -> who + " " + of(e, names);
            case PlanItemEvent e -> of(e, who, names);
            case DecisionEvent e -> DecisionSummaries.of(e, who, names);
            case DocumentEvent e -> DecisionSummaries.of(e, who, names);
            case CommitmentEvent e -> CommitmentSummaries.of(e, who, names);
            case null, default -> who + " recorded something that this version does not know: " + entry.type();
        };
        return entry.recordedFor() == null || entry.appointment() == null ? line
                : line + ", for " + named(entry.recordedFor(), names);
    }

    static String withheld(Entry entry, Names names) {
        return who(Actor.of(entry), names) + " recorded something about " + entry.subject() + ", which is restricted";
    }

    private static String of(PartnershipEvent event, Names names) {
        return switch (event) {
            case PartnershipEstablished e -> "established the partnership " + e.name();
            case PartnerAdmitted e -> "admitted the partner " + e.name();
            case Appointed e ->
                "appointed " + e.person() + " as " + e.kind().words() + forWhom(e, names) + " from " + e.from();
            case AppointmentEnded e -> "ended the appointment of " + ended(e, names) + " on " + e.on();
            case BoardRegistered e -> "registered the board " + e.name();
            case FindingRegistered e -> "registered a finding on " + Words.of(e.lens());
            case RecordCorrected e -> "marked " + e.entry() + " as recorded in error";
            case PayloadDisposedOf e -> "disposed of the words of " + e.entry() + ": " + Words.of(e.reason());
            case ImportBegun e -> "began to import a plan of " + e.commands() + " commands from the file "
                    + e.fileHash().substring(0, Math.min(HASH_SHOWN, e.fileHash().length()));
            case PlanImported e -> "completed the import of the plan from the file "
                    + e.fileHash().substring(0, Math.min(HASH_SHOWN, e.fileHash().length()));
            case MandateGiven e -> "gave " + e.holder() + " a mandate" + (e.partner() == null ? ""
                    : " of " + names.of(e.partner())) + " for " + Words.scope(e.scope())
                    + (e.decision() == null ? "" : ", by " + names.of(e.decision()));
            case MandateVaried e -> "varied " + e.mandate() + " to " + Words.scope(e.scope()) + ": " + e.reason();
            case MandateRevoked e -> "revoked " + e.mandate() + ": " + e.reason();
            case MandateFoundVoid e ->
                "found " + e.mandate() + " void from " + e.from() + " on: " + e.reason() + " (" + e.reference() + ")";
            case ActsRatified e -> "ratified " + (e.entries() == null ? "every act" : Names.listed(
                    e.entries().stream().map(EntryId::value).toList())) + " that " + e.mandate() + " tainted"
                    + (e.decision() == null ? "" : ", by " + names.of(e.decision()))
                    + (e.reference() == null ? "" : " (" + e.reference() + ")") + ": " + e.reason();
            case ContentMarked e -> "marked " + e.subject() + (e.marking() == Marking.RESTRICTED
                    ? " as restricted to " + names.ofAll(e.partners()) : " as " + Words.of(e.marking()));
            case FinanceYearsAgreed e -> "agreed that finance years begin as on " + e.first() + ", " + e.atLeast()
                    + " of them stated at least (" + e.reference() + ")";
            case WitnessKeyRegistered e -> "registered a key to cosign checkpoints with: " + e.key();
            case WitnessKeyWithdrawn e -> "withdrew a key to cosign checkpoints with: " + e.key();
            case PartnershipLeadProposed e -> "proposed " + e.person() + " as " + Words.of(e.level())
                    + " lead from " + e.from() + " to " + e.to() + ", by " + names.of(e.decision());
            case PartnershipLeadAccepted e -> "accepted the " + Words.of(e.level()) + " lead from " + e.from()
                    + " to " + e.to();
        };
    }

    private static String of(PlanItemEvent event, String who, Names names) {
        return switch (event) {
            case ItemDrawnUp e -> who + " drew up the item " + e.title();
            case ItemClosed e -> who + " closed the item " + names.of(e.itemId());
            case PlanItemEvent.OfAction e -> of(e, names.of(e.action()), who, names);
        };
    }

    private static String of(PlanItemEvent.OfAction event, String action, String who, Names names) {
        return switch (event) {
            case ActionAgreed e -> who + " put " + action + " on the plan: " + e.timescale().printed();
            case LeadAssigned e -> who + " assigned the lead of " + action + " to " + names.of(e.lead());
            case LeadAccepted e -> names.of(e.party()) + " accepted the lead of " + action;
            case LeadDeclined e -> names.of(e.party()) + " declined the lead of " + action + ": " + e.reason();
            case LeadHandedOver e -> names.of(e.from()) + " offered the lead of " + action + " to " + names.of(e.to());
            case ActionStarted e -> who + " started " + action;
            case ProgressReported e -> who + " reported progress on " + action;
            case CompletionReported e -> who + " reported " + part(action, e.part()) + " complete";
            case CompletionVerified e -> who + " verified the completion of " + part(action, e.part());
            case CompletionRejected e ->
                who + " rejected the completion of " + part(action, e.part()) + ": " + e.reason();
            case ActionDeferred e ->
                who + " deferred " + action + " from " + e.from().printed() + " to " + e.to().printed();
            case ActionCancelled e -> who + " cancelled " + action + ": " + e.reason();
        };
    }

    // Said from the event alone: a line of the record must not read otherwise once the lead has other parts.
    private static String part(String action, int part) {
        return part == 1 ? action : "part " + part + " of " + action;
    }

    private static String forWhom(Appointed e, Names names) {
        if (e.partner() != null) return " of " + names.of(e.partner());
        return e.board() == null ? "" : " of " + names.of(e.board());
    }

    private static String ended(AppointmentEnded e, Names names) {
        Appointment known = names.partners().appointments().get(e.appointment());
        return known == null ? e.appointment().value() : known.person() + " as " + known.kind().words();
    }

    private static String who(Actor actor, Names names) {
        if (actor.partner() != null) return named(actor.partner(), names);
        if (actor.system()) return "Concordat";
        return actor.appointment() == null ? "A founder" : Words.capitalised(actor.appointment().words());
    }

    private static String named(String partner, Names names) {
        return names.partners().partners().values().stream().filter(p -> p.id().value().equals(partner))
                .map(p -> p.name().value()).findFirst().orElse(partner);
    }
}
