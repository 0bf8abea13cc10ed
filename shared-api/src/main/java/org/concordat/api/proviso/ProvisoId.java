package org.concordat.api.proviso;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.concordat.api.Ids;
import org.concordat.api.partnership.PartnershipId;

/** Id of a proviso, which names what it is attached to: {@code proviso-mash.vision.police-1}. */
public record ProvisoId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProvisoId {
        Ids.checked("proviso", 2, value);
    }

    public PartnershipId partnershipId() {
        return Ids.partnershipOf(value);
    }

    @Override public String toString() {
        return value;
    }
}
