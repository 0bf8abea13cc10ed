package org.concordat.query.ledger;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.api.partnership.PartnershipId;

/** What reads could not be answered for, because a row they need is damaged; it goes when such a read succeeds. */
final class Unreadables {

    private static final int MOST = 100;

    private final Map<String, String> sentences = new ConcurrentHashMap<>();

    void met(String of, String sentence) {
        if (sentences.size() < MOST) sentences.putIfAbsent(of, sentence);
    }

    /** A page of a partnership's entries, as read: what was damaged among them and no longer is, is forgotten. */
    void seen(PartnershipId partnership, List<Entry> page) {
        sentences.remove(partnership.value());
        for (Entry entry : page) {
            if (entry.damaged()) met(entry.id().value(), entry.id() + " cannot be read in the ledger, so nothing of " + partnership
                    + " is shown: its payload is damaged.");
            else if (!sentences.isEmpty()) sentences.remove(entry.id().value());
        }
    }

    /** A sentence each. */
    List<String> standing() {
        return sentences.values().stream().sorted().toList();
    }
}
