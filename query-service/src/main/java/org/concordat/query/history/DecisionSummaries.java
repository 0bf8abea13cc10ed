package org.concordat.query.history;

import java.util.Locale;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.document.DocumentEvent;
import org.concordat.api.document.DocumentEvent.*;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.query.moment.Names;
import org.concordat.query.proviso.ProvisoAttached;

/** What was decided, and the texts that were agreed, a line each. */
final class DecisionSummaries {

    private DecisionSummaries() {}

    static String of(DecisionEvent event, String who, Names names) {
        String title = event instanceof ProposalTabled e ? e.title().value() : names.of(event.decisionId());
        return switch (event) {
            case ProposalTabled e -> who + " tabled " + title + ", to be answered by " + e.deadline();
            case ProposalAmended e -> who + " amended " + title + ": " + e.reason() + (e.lapsed().isEmpty() ? ""
                    : "; the positions of " + names.ofAll(e.lapsed()) + " lapsed");
            case PositionRecorded e -> names.of(e.partner()) + " " + Words.said(e.position()) + " on " + title;
            case PositionChanged e ->
                names.of(e.partner()) + " now " + Words.said(e.position()) + " on " + title + ": " + e.why();
            case PositionRecordedFor e -> who + " recorded, by " + e.minutes() + ", that " + names.of(e.partner()) + " "
                    + Words.said(e.position()) + " on " + title;
            case PositionConfirmed e ->
                names.of(e.partner()) + " confirmed the position recorded for it on " + title;
            case PositionContested e ->
                names.of(e.partner()) + " contested the position recorded for it on " + title + ": " + e.reason();
            case PositionDeemed e -> names.of(e.partner()) + " did not answer on " + title + " and is deemed to agree";
            case ObjectionUpheld e ->
                who + " upheld the objection of " + names.of(e.partner()) + " to " + title + ": " + e.reason();
            case ObjectionDismissed e ->
                who + " dismissed the objection of " + names.of(e.partner()) + " to " + title + ": " + e.reason();
            case ObjectionResolved e -> "The objection of " + names.of(e.partner()) + " to " + title
                    + (e.byAmendment() ? " was resolved by amendment" : " was withdrawn");
            case InterestDeclared e ->
                names.of(e.partner()) + " declared an interest in " + title + ": " + e.interest();
            case PartnerRecused e -> names.of(e.partner()) + " recused itself from " + title + ": " + e.reason();
            case DeadlineExtended e ->
                who + " extended the deadline of " + title + " from " + e.from() + " to " + e.to() + ": " + e.reason();
            case ReasonsGiven e -> who + " gave the reasons for " + title;
            case DecisionClosed e -> title + " closed: " + e.because();
            case DecisionRatified e -> who + " ratified " + title + ": " + e.minutes();
            case ReviewDateSet e -> who + " set the review of " + title + " for " + e.on();
            case DecisionSuperseded e -> title + " was superseded by " + names.of(e.by());
            case DecisionRescinded e -> who + " rescinded " + title + ": " + e.reason();
            case DecisionReopened e ->
                who + " reopened " + title + ", to be answered by " + e.deadline() + ": " + e.reason();
            case ProposalWithdrawn e -> who + " withdrew " + title + ": " + e.reason();
            case ProvisoMet e -> proviso(e.proviso(), title, names) + " is met: " + e.grounds();
            case ProvisoFailed e -> proviso(e.proviso(), title, names) + " failed: " + e.grounds();
            case ProvisoWaived e -> proviso(e.proviso(), title, names) + " is waived: " + e.grounds();
            case ProvisoLapsed e ->
                proviso(e.proviso(), title, names) + " lapsed: nobody had judged it by " + e.lastDay();
            case ProvisosMetTogether e -> who + " recorded that " + e.provisos().size()
                    + " provisos that wait for each other on " + title + " are met together: " + e.minutes();
        };
    }

    private static String proviso(ProvisoId id, String title, Names names) {
        ProvisoAttached known = names.decisions().proviso(id);
        return known == null ? id + " on " + title
                : "The proviso of " + names.of(known.holderId()) + " on " + title
                    + ", “" + known.terms().text() + "”,";
    }

    static String of(DocumentEvent event, String who, Names names) {
        return switch (event) {
            case VersionProposed e -> who + " proposed version " + e.number() + " of the "
                    + e.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + e.title();
            case VersionCameIntoForce e -> "A version of " + names.of(e.documentId(), e.hash()) + " came into force by "
                    + names.of(e.decision());
            case VersionAcknowledged e -> names.of(e.partner()) + " acknowledged "
                    + names.of(e.documentId(), e.hash());
        };
    }
}
