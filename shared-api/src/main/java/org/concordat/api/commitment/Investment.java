package org.concordat.api.commitment;

import java.util.Set;
import org.concordat.api.Sorted;
import org.concordat.api.Text;
import org.concordat.api.document.DocumentId;
import org.concordat.api.planitem.ActionId;

/**
 * What a commitment buys, and for which actions or agreed texts: one of them at least.
 *
 * @param buys the change of capability, in words
 */
public record Investment(Text buys, Set<ActionId> actions, Set<DocumentId> documents) {

    public Investment {
        actions = Sorted.copyOf(actions);
        documents = Sorted.copyOf(documents);
        if (actions.isEmpty() && documents.isEmpty()) {
            throw new IllegalArgumentException("an investment names the action or the agreed text it is for");
        }
    }
}
