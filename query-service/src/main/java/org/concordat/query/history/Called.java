package org.concordat.query.history;

import java.util.Map;
import org.concordat.query.history.Facts.Key;
import org.concordat.query.moment.PartnershipView;

/** What things are called at a moment, looked up once for many sentences. */
public final class Called {

    private final Map<Key, String> subjects;
    private final Words words;

    private Called(Map<Key, String> subjects, Words words) {
        this.subjects = subjects;
        this.words = words;
    }

    public static Called at(PartnershipView view) {
        return new Called(Facts.subjects(view), new Words(view.names()));
    }

    Words words() {
        return words;
    }

    String subject(String id, Called otherwise) {
        Key key = new Key(id, "");
        String here = subjects.get(key);
        return here == null ? otherwise.subjects.getOrDefault(key, id) : here;
    }
}
