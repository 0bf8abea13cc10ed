package org.concordat.query.reading;

import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.concordat.api.decision.Effect;
import org.concordat.api.decision.Position;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.Timescale;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.query.commitment.Commitment;
import org.concordat.query.commitment.Cycle;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.Objection;
import org.concordat.query.decision.Said;
import org.concordat.query.document.Document;
import org.concordat.query.history.EntryAt;
import org.concordat.query.partnership.Appointment;
import org.concordat.query.partnership.Board;
import org.concordat.query.partnership.Finding;
import org.concordat.query.partnership.Mandate;
import org.concordat.query.partnership.Partner;
import org.concordat.query.partnership.Restricted;
import org.concordat.query.plan.Action;
import org.concordat.query.plan.PlanItem;
import org.concordat.query.proviso.ProvisoAttached;
import org.concordat.query.warrant.Warrant;
import org.concordat.query.trail.Attempt;
import org.concordat.query.trail.Check;
import org.concordat.query.trail.Head;
import org.concordat.query.trail.Read;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** Which record answers for which type of an interface or union. */
@Component
class TypeWiring implements RuntimeWiringConfigurer {

    static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(PartnershipAt.class, "Partnership"),
            Map.entry(Partner.class, "Partner"),
            Map.entry(Appointment.class, "Appointment"),
            Map.entry(Board.class, "Board"),
            Map.entry(Finding.class, "Finding"),
            Map.entry(PlanItem.class, "PlanItem"),
            Map.entry(Action.class, "Action"),
            Map.entry(EntryAt.class, "Entry"),
            Map.entry(Attempt.class, "Attempt"),
            Map.entry(Read.class, "Read"),
            Map.entry(Restricted.class, "RestrictedContent"),
            Map.entry(Head.class, "Trail"),
            Map.entry(Check.class, "TrailCheck"),
            Map.entry(Timescale.ByMonth.class, "TimescaleByMonth"),
            Map.entry(Timescale.InMonth.class, "TimescaleInMonth"),
            Map.entry(Timescale.Between.class, "TimescaleBetween"),
            Map.entry(Timescale.Ongoing.class, "TimescaleOngoing"),
            Map.entry(Timescale.OngoingWithCheckpoint.class, "TimescaleOngoingWithCheckpoint"),
            Map.entry(Lead.Partner.class, "LeadPartner"),
            Map.entry(Lead.Post.class, "LeadPost"),
            Map.entry(Lead.Board.class, "LeadBoard"),
            Map.entry(Lead.Group.class, "LeadGroup"),
            Map.entry(Lead.Person.class, "LeadPerson"),
            Map.entry(Lead.AsPrinted.class, "LeadAsPrinted"),
            Map.entry(Lead.EveryPartner.class, "LeadEveryPartner"),
            Map.entry(Lead.Jointly.class, "LeadJointly"),
            Map.entry(Decision.class, "Decision"),
            Map.entry(Warrant.class, "Warrant"),
            Map.entry(Warrant.Cycle.class, "ProvisoCycle"),
            Map.entry(ProvisoAttached.class, "Proviso"),
            Map.entry(ProvisoAttached.Settling.class, "ProvisoSettling"),
            Map.entry(Objection.Test.class, "ObjectionTest"),
            Map.entry(Objection.Resolution.class, "ObjectionResolution"),
            Map.entry(Said.Interest.class, "Interest"),
            Map.entry(Said.Recusal.class, "Recusal"),
            Map.entry(Said.Extension.class, "DeadlineExtension"),
            Map.entry(Said.Reasons.class, "Reasons"),
            Map.entry(Said.Ratification.class, "Ratification"),
            Map.entry(Said.Review.class, "ReviewDate"),
            Map.entry(Said.Superseding.class, "Superseding"),
            Map.entry(Said.Rescission.class, "Rescission"),
            Map.entry(Said.Reopening.class, "Reopening"),
            Map.entry(Said.Withdrawal.class, "Withdrawal"),
            Map.entry(Document.class, "Document"),
            Map.entry(Commitment.class, "Commitment"),
            Map.entry(Commitment.Said.Confirmation.class, "CommitmentConfirmation"),
            Map.entry(Commitment.Said.Variation.class, "CommitmentVariation"),
            Map.entry(Commitment.Said.Withdrawal.class, "CommitmentWithdrawal"),
            Map.entry(Commitment.Said.Contribution.class, "Contribution"),
            Map.entry(Cycle.class, "CommitmentCycle"),
            Map.entry(Document.Version.class, "DocumentVersion"),
            Map.entry(Document.Acknowledgement.class, "Acknowledgement"),
            Map.entry(Mandate.class, "Mandate"),
            Map.entry(Mandate.Variation.class, "MandateVariation"),
            Map.entry(Mandate.Revocation.class, "MandateRevocation"),
            Map.entry(Mandate.FoundVoid.class, "MandateFoundVoid"),
            Map.entry(Mandate.Ratified.class, "ActsRatified"),
            Map.entry(Decides.class, "WhoDecides"),
            Map.entry(Position.Agree.class, "PositionAgree"),
            Map.entry(Position.AgreeWithReservations.class, "PositionAgreeWithReservations"),
            Map.entry(Position.AgreeSubjectToProvisos.class, "PositionAgreeSubjectToProvisos"),
            Map.entry(Position.Abstain.class, "PositionAbstain"),
            Map.entry(Position.Disagree.class, "PositionDisagree"),
            Map.entry(Position.Objection.class, "PositionObjection"),
            Map.entry(ProvisoTerms.ByDate.class, "ProvisoByDate"),
            Map.entry(ProvisoTerms.ActOf.class, "ProvisoActOf"),
            Map.entry(ProvisoTerms.TextAgreed.class, "ProvisoTextAgreed"),
            Map.entry(ProvisoTerms.JudgedBy.class, "ProvisoJudgedBy"),
            Map.entry(Effect.DocumentVersion.class, "EffectDocumentVersion"),
            Map.entry(Effect.Mandate.class, "EffectMandate"),
            Map.entry(Effect.PartnershipLead.class, "EffectPartnershipLead"),
            Map.entry(Effect.Action.class, "EffectAction"));

    @Override public void configure(RuntimeWiring.Builder wiring) {
        TypeResolver byClass = env -> env.getSchema().getObjectType(
                Objects.requireNonNull(NAMES.get(Objects.requireNonNull(env.<Object>getObject()).getClass())));
        for (String type : List.of("Node", "Timescale", "Lead", "LeadParty", "Position", "ProvisoTerms", "Effect")) {
            wiring.type(type, t -> t.typeResolver(byClass));
        }
    }
}
