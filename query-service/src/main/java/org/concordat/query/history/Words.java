package org.concordat.query.history;

import java.util.Collection;
import java.util.Locale;
import org.concordat.api.Text;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.Position;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.Timescale;
import org.concordat.query.moment.Names;
import org.jspecify.annotations.Nullable;

/** Values as a sentence says them. */
public record Words(Names names) {

    public String of(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Timescale timescale -> timescale.printed();
            case Lead lead -> names.of(lead);
            case PartnerId partner -> names.of(partner);
            case BoardId board -> names.of(board);
            case DecisionId decision -> names.of(decision);
            case DocumentId document -> names.of(document);
            case CommitmentId commitment -> names.of(commitment);
            case Position position -> said(position);
            case MandateScope scope -> scope(scope);
            case Enum<?> constant -> of(constant);
            case Collection<?> all -> all.isEmpty() ? "nothing" : Names.listed(all.stream().map(this::of).toList());
            default -> value.toString();
        };
    }

    /** What a mandate covers. */
    public static String scope(MandateScope scope) {
        return of(scope.decisionClass()) + " decisions" + (scope.type() == null ? "" : " of the type " + scope.type())
                + (scope.levels().size() == 1 ? " at the level " : " at the levels ")
                + Names.listed(scope.levels().stream().map(Words::of).sorted().toList())
                + (scope.amount() == null ? "" : ", up to " + scope.amount().toPlainString() + " " + scope.currency())
                + (scope.finalWord() ? ", with the final word" : "") + (scope.delegable() ? ", delegable" : "");
    }

    /** In the place of a verb. */
    public static String said(Position position) {
        return switch (position) {
            case Position.Agree p -> "agrees" + after(p.comment());
            case Position.AgreeWithReservations p -> "agrees with reservations" + after(p.reservations());
            case Position.AgreeSubjectToProvisos p -> "agrees subject to "
                    + (p.provisos().size() == 1 ? "one proviso" : p.provisos().size() + " provisos");
            case Position.Abstain p -> "abstains" + after(p.comment());
            case Position.Disagree p -> "disagrees" + after(p.reason());
            case Position.Objection p -> "objects" + after(p.reason());
        };
    }

    private static String after(@Nullable Text words) {
        return words == null ? "" : " (" + words + ")";
    }

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
