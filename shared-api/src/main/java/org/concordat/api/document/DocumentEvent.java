package org.concordat.api.document;

import java.util.List;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipId;
import org.jspecify.annotations.Nullable;

/** What happened to an agreed text. A version is named by the hash of its text. */
public sealed interface DocumentEvent {

    DocumentId documentId();

    /** @param number from 1 */
    record VersionProposed(PartnershipId partnershipId, DocumentId documentId, DocumentKind kind, int number, Text title,
                           Text text, Hash hash, List<Text> benefits, @Nullable Integer termYears, List<Text> notDoing)
            implements DocumentEvent {}

    /** From here on no other version is in force. */
    record VersionCameIntoForce(DocumentId documentId, Hash hash, DecisionId decision) implements DocumentEvent {}

    record VersionAcknowledged(DocumentId documentId, Hash hash, PartnerId partner) implements DocumentEvent {}
}
