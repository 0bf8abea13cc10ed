package org.concordat.api.commitment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.concordat.api.Ids;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.proviso.ProvisoId;

/** Id of a commitment, e.g. {@code commitment-mash.police-2013}. */
public record CommitmentId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommitmentId {
        Ids.checked("commitment", 1, value);
    }

    /** The commitment that a proviso's id names; whether it is there is another question. */
    public static CommitmentId of(ProvisoId proviso) {
        String local = Ids.local(proviso.value());
        return new CommitmentId(
                "commitment-" + Ids.key(proviso.value()) + "." + local.substring(0, local.indexOf('.')));
    }

    public PartnershipId partnershipId() {
        return Ids.partnershipOf(value);
    }

    @Override public String toString() {
        return value;
    }
}
