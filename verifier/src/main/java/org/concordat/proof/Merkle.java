package org.concordat.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, 2.1. Leaves count from 0; a tree is its first {@code size} leaves. Who proves reads
 * hashes of whole subtrees; who checks needs the proof alone.
 */
public final class Merkle {

    /** Where hashes of whole subtrees are read: of the leaves {@code n·2^level} until {@code (n+1)·2^level}. */
    @FunctionalInterface public interface Nodes {
        Sha256 at(int level, long n);
    }

    /** The root of no leaves: SHA-256 of nothing. */
    public static final Sha256 EMPTY = Sha256.over();

    private static final byte[] LEAF = {0x00};
    private static final byte[] NODE = {0x01};

    private Merkle() {}

    /** RFC 6962, 2.1: SHA-256(0x00 ‖ entry). */
    public static Sha256 leaf(byte[] entry) {
        return Sha256.over(LEAF, entry);
    }

    /** RFC 6962, 2.1: SHA-256(0x01 ‖ left ‖ right). */
    public static Sha256 node(Sha256 left, Sha256 right) {
        return Sha256.over(NODE, left.raw(), right.raw());
    }

    /** The hashes of subtrees over leaves that are all at hand. */
    public static Nodes over(List<Sha256> leaves) {
        return new Nodes() {
            @Override public Sha256 at(int level, long n) {
                return level == 0 ? leaves.get((int) n) : node(at(level - 1, 2 * n), at(level - 1, 2 * n + 1));
            }
        };
    }

    public static Sha256 root(long size, Nodes nodes) {
        return size == 0 ? EMPTY : range(0, size, nodes);
    }

    /**
     * RFC 6962, 2.1.1: the path from the leaf to the root, lowest first.
     *
     * @throws IllegalArgumentException where the tree does not hold the leaf
     */
    public static List<Sha256> inclusion(long leaf, long size, Nodes nodes) {
        if (leaf < 0 || leaf >= size) throw new IllegalArgumentException("a tree of " + size + " has no leaf " + leaf);
        List<Sha256> path = new ArrayList<>();
        inclusion(leaf, 0, size, nodes, path);
        return path;
    }

    private static void inclusion(long leaf, long from, long to, Nodes nodes, List<Sha256> path) {
        if (to - from == 1) return;
        long middle = from + split(to - from);
        if (leaf < middle) {
            inclusion(leaf, from, middle, nodes, path);
            path.add(range(middle, to, nodes));
        } else {
            inclusion(leaf, middle, to, nodes, path);
            path.add(range(from, middle, nodes));
        }
    }

    /**
     * RFC 6962, 2.1.2: that the larger tree begins with the smaller one. Empty where they are the same or the smaller is empty.
     *
     * @throws IllegalArgumentException where the first is larger than the second
     */
    public static List<Sha256> consistency(long smaller, long larger, Nodes nodes) {
        if (smaller < 0 || smaller > larger) throw new IllegalArgumentException(smaller + " is more than " + larger);
        List<Sha256> proof = new ArrayList<>();
        if (smaller > 0 && smaller < larger) consistency(smaller, 0, larger, true, nodes, proof);
        return proof;
    }

    private static void consistency(long smaller, long from, long to, boolean whole, Nodes nodes, List<Sha256> proof) {
        if (smaller == to) {
            if (!whole) proof.add(range(from, to, nodes));
            return;
        }
        long middle = from + split(to - from);
        if (smaller <= middle) {
            consistency(smaller, from, middle, whole, nodes, proof);
            proof.add(range(middle, to, nodes));
        } else {
            consistency(smaller, middle, to, false, nodes, proof);
            proof.add(range(from, middle, nodes));
        }
    }

    /** RFC 9162, 2.1.3.2. */
    public static boolean includes(Sha256 leaf, long index, long size, List<Sha256> proof, Sha256 root) {
        if (index < 0 || index >= size) return false;
        long at = index;
        long last = size - 1;
        Sha256 hash = leaf;
        for (Sha256 sibling : proof) {
            if (last == 0) return false;
            if ((at & 1) == 1 || at == last) {
                hash = node(sibling, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** RFC 9162, 2.1.4.2. */
    public static boolean consistent(long smaller, Sha256 smallerRoot, long larger, Sha256 largerRoot, List<Sha256> proof) {
        if (smaller < 0 || smaller > larger) return false;
        if (smaller == larger) return proof.isEmpty() && smallerRoot.equals(largerRoot);
        if (smaller == 0) return proof.isEmpty() && smallerRoot.equals(EMPTY);
        boolean power = Long.bitCount(smaller) == 1;
        List<Sha256> path = new ArrayList<>(proof);
        if (power) path.add(0, smallerRoot);
        if (path.isEmpty()) return false;
        long at = smaller - 1;
        long last = larger - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        Sha256 old = path.get(0);
        Sha256 young = old;
        for (Sha256 hash : path.subList(1, path.size())) {
            if (last == 0) return false;
            if ((at & 1) == 1 || at == last) {
                old = node(hash, old);
                young = node(hash, young);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                young = node(young, hash);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && old.equals(smallerRoot) && young.equals(largerRoot);
    }

    /** The hash over the leaves from until to, where from begins a subtree at least as large as they are. */
    private static Sha256 range(long from, long to, Nodes nodes) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return nodes.at(level, from >> level);
        }
        long middle = from + split(count);
        return node(range(from, middle, nodes), range(middle, to, nodes));
    }

    /** The largest power of two smaller than the count. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
