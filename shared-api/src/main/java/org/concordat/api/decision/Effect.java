package org.concordat.api.decision;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.List;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.Timescale;
import org.jspecify.annotations.Nullable;

/** What a decision brings into force when it is adopted: carried out exactly once. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public sealed interface Effect {

    /** The decision's wording becomes the version in force of that document; the document must have proposed exactly that text. */
    @JsonTypeName("documentVersion")
    record DocumentVersion(DocumentId document) implements Effect {}

    @JsonTypeName("mandate")
    record Mandate(MandateId mandate, PersonId holder, MandateScope scope, LocalDate from, @Nullable LocalDate to)
            implements Effect {}

    /** Plan 8d: proposed here, led only once accepted. The term is from–to, both included. */
    @JsonTypeName("partnershipLead")
    record PartnershipLead(Level level, PersonId person, LocalDate from, LocalDate to) implements Effect {}

    @JsonTypeName("action")
    record Action(ItemId itemId, ActionId action, @Nullable Text code, List<Text> methods, Timescale timescale)
            implements Effect {}
}
