package org.concordat.api.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.concordat.api.Ids;
import org.concordat.api.partnership.PartnershipId;

/** Id of an agreed text, e.g. {@code document-mash.vision}. */
public record DocumentId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DocumentId {
        Ids.checked("document", 1, value);
    }

    public PartnershipId partnershipId() {
        return Ids.partnershipOf(value);
    }

    @Override public String toString() {
        return value;
    }
}
