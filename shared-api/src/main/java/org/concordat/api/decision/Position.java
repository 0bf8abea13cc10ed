package org.concordat.api.decision;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.concordat.api.Text;
import org.concordat.api.proviso.ProvisoTerms;
import org.jspecify.annotations.Nullable;

/** What a partner says to a proposal. No answer is no position; silence under a rule is another fact. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public sealed interface Position {

    /** What it counts as while nothing is known of an objection's test. */
    Stance stance();

    @JsonTypeName("agree")
    record Agree(@Nullable Text comment) implements Position {
        @Override public Stance stance() { return Stance.AGREE; }
    }

    @JsonTypeName("agreeWithReservations")
    record AgreeWithReservations(Text reservations) implements Position {
        @Override public Stance stance() { return Stance.AGREE; }
    }

    /** Counts as yes; each proviso lives on after the result. */
    @JsonTypeName("agreeSubjectToProvisos")
    record AgreeSubjectToProvisos(List<ProvisoTerms> provisos) implements Position {
        public AgreeSubjectToProvisos {
            provisos = List.copyOf(provisos);
            if (provisos.isEmpty() || provisos.size() > 20) throw new IllegalArgumentException("names 1 to 20 provisos");
        }
        @Override public Stance stance() { return Stance.AGREE; }
    }

    @JsonTypeName("abstain")
    record Abstain(@Nullable Text comment) implements Position {
        @Override public Stance stance() { return Stance.ABSTAIN; }
    }

    @JsonTypeName("disagree")
    record Disagree(@Nullable Text reason) implements Position {
        @Override public Stance stance() { return Stance.DISAGREE; }
    }

    /** Must be resolved before adoption, unless it is tested and not upheld. */
    @JsonTypeName("objection")
    record Objection(Text reason, @Nullable Text harm, @Nullable Text wouldResolve) implements Position {
        @Override public Stance stance() { return Stance.OBJECT; }
    }
}
