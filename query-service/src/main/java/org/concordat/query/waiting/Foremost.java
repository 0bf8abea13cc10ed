package org.concordat.query.waiting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The first so many duties after a place, out of any number in any order: it holds no more than it answers. */
final class Foremost {

    private final @Nullable Place after;
    private final int most;
    private final Predicate<Waiting> also;
    /** The last of those held is at its head, as the next to go. */
    private final PriorityQueue<Waiting> held = new PriorityQueue<>(Comparator.comparing(Waiting::place).reversed());

    /** @param also asked only of those that would be among the first */
    Foremost(@Nullable Place after, int most, Predicate<Waiting> also) {
        this.after = after;
        this.most = most;
        this.also = also;
    }

    void add(Waiting found) {
        if (after != null && found.place().compareTo(after) <= 0) return;
        Waiting last = held.size() < most ? null : held.peek();
        if (last != null && found.place().compareTo(last.place()) >= 0) return;
        if (!also.test(found)) return;
        if (last != null) held.poll();
        held.add(found);
    }

    List<Waiting> inOrder() {
        List<Waiting> first = new ArrayList<>(held);
        first.sort(Comparator.comparing(Waiting::place));
        return first;
    }
}
