package org.concordat.api.partnership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.concordat.api.Ids;

/** Id of a mandate, e.g. {@code mandate-mash.police-partnership}. */
public record MandateId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MandateId {
        Ids.checked("mandate", 1, value);
    }

    public PartnershipId partnershipId() {
        return Ids.partnershipOf(value);
    }

    @Override public String toString() {
        return value;
    }
}
