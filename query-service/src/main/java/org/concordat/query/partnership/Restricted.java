package org.concordat.query.partnership;

import java.util.Set;
import org.concordat.api.partnership.PartnerId;

/**
 * A thing whose content is kept from all but those named, and auditors.
 *
 * @param id       of an item, a decision, a document or a commitment
 * @param partners whose representatives may read it
 * @param marked   the act that said so
 */
public record Restricted(String id, Set<PartnerId> partners, Act marked) {

    /** The first word of its id. */
    public String kind() {
        return id.substring(0, id.indexOf('-'));
    }
}
