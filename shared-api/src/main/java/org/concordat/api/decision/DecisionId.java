package org.concordat.api.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.concordat.api.Ids;
import org.concordat.api.partnership.PartnershipId;

/** Id of a decision, e.g. {@code decision-mash.vision}. */
public record DecisionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DecisionId {
        Ids.checked("decision", 1, value);
    }

    public PartnershipId partnershipId() {
        return Ids.partnershipOf(value);
    }

    @Override public String toString() {
        return value;
    }
}
