package org.concordat.query.limits;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.concordat.api.PersonId;

/** So many of a thing for each person at once; who has none takes no memory. */
public final class Places {

    /** A place taken; leaving it twice leaves it once. */
    public interface Place {
        void leave();
    }

    private final ConcurrentMap<PersonId, Integer> taken = new ConcurrentHashMap<>();
    private final String what;
    private final int each;

    Places(String what, int each) {
        this.what = what;
        this.each = each;
    }

    /** @throws TooMany when the person has as many as may be */
    public Place take(PersonId person) {
        taken.compute(person, (_, n) -> {
            if (n == null) return 1;
            if (n >= each) throw TooMany.atOnce(what, each);
            return n + 1;
        });
        AtomicBoolean left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) taken.computeIfPresent(person, (_, n) -> n == 1 ? null : n - 1);
        };
    }

    int of(PersonId person) {
        return taken.getOrDefault(person, 0);
    }
}
