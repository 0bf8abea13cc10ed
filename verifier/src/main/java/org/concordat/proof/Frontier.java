package org.concordat.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** A tree that only grows and keeps no more than its right edge: for whoever reads every leaf once. */
public final class Frontier {

    /** Roots of the whole subtrees, smallest last pushed. */
    private final Deque<Sha256> edge = new ArrayDeque<>();
    private long size;

    public void add(Sha256 leaf) {
        Sha256 hash = leaf;
        for (long n = size; (n & 1) == 1; n >>= 1) hash = Merkle.node(edge.pop(), hash);
        edge.push(hash);
        size++;
    }

    public long size() {
        return size;
    }

    public Sha256 root() {
        Iterator<Sha256> smallestFirst = edge.iterator();
        if (!smallestFirst.hasNext()) return Merkle.EMPTY;
        Sha256 hash = smallestFirst.next();
        while (smallestFirst.hasNext()) hash = Merkle.node(smallestFirst.next(), hash);
        return hash;
    }
}
