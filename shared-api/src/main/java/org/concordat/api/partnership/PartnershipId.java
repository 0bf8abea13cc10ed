package org.concordat.api.partnership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.concordat.api.Ids;

/** Id of a partnership, e.g. {@code partnership-mash}. */
public record PartnershipId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PartnershipId {
        Ids.checked("partnership", 0, value);
    }

    /** What every id of this partnership carries: {@code mash} in {@code partnership-mash}. */
    public String key() {
        return Ids.key(value);
    }

    @Override public String toString() {
        return value;
    }
}
