package org.concordat.query.ledger;

import java.util.ArrayList;
import java.util.List;

/** What was found, in the order it was found; beyond a hundred only their number is kept. */
final class Flaws {

    private static final int TOLD = 100;

    private final List<Flaw> told = new ArrayList<>();
    private long all;

    void add(Flaw.Part part, long index, String sentence) {
        if (all++ < TOLD) told.add(new Flaw(part, index, sentence));
    }

    boolean none() {
        return all == 0;
    }

    List<Flaw> list() {
        return List.copyOf(told);
    }

    long count() {
        return all;
    }
}
