package org.concordat.command.commitment;

import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.commitment.Investment;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.proviso.Provisos;
import org.jspecify.annotations.Nullable;

/** What a commitment's rules ask about other things. */
interface Known {

    boolean inForce(DocumentId document);

    /** Those of another commitment; none where there is no such commitment. */
    Provisos provisos(CommitmentId commitment);

    /** Refuses an investment for an action that is not agreed, or for a text that is not there. */
    void thereIs(@Nullable Investment investment, PartnershipId partnership);
}
