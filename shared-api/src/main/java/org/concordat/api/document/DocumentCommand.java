package org.concordat.api.document;

import static org.concordat.api.partnership.AppointmentKind.CHAIR;
import static org.concordat.api.partnership.AppointmentKind.PROGRAMME_OFFICE;
import static org.concordat.api.partnership.AppointmentKind.REPRESENTATIVE;
import static org.concordat.api.partnership.AppointmentKind.SECRETARY;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.concordat.api.By;
import org.concordat.api.Hash;
import org.concordat.api.NewId;
import org.concordat.api.Text;
import org.concordat.api.partnership.MarkedAs;
import org.concordat.api.partnership.PartnershipId;
import org.jspecify.annotations.Nullable;

/** What people may ask of an agreed text. Only a decision brings a version into force. */
public sealed interface DocumentCommand {

    @TargetAggregateIdentifier
    DocumentId documentId();

    /**
     * Puts a version forward; the document begins with its first.
     *
     * @param benefits  what it is to bring about; a vision states at least one (plan, Vision and Strategy)
     * @param termYears for how many years it is meant, 1 to 50; a vision states it (five in the plan)
     * @param notDoing  what falls outside; remit and scope states at least one
     * @param marking   who may read the document from its first entry on, given with its first version; null: the partners
     */
    @By({REPRESENTATIVE, CHAIR, SECRETARY, PROGRAMME_OFFICE})
    record ProposeVersion(PartnershipId partnershipId, @NewId DocumentId documentId, DocumentKind kind, Text title, Text text,
                          List<Text> benefits, @Nullable Integer termYears, List<Text> notDoing,
                          @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MarkedAs marking) implements DocumentCommand {}

    /** For the partner one speaks for: the version in force, by its hash, is known and followed. */
    @By(REPRESENTATIVE)
    record AcknowledgeVersion(DocumentId documentId, Hash version) implements DocumentCommand {}
}
