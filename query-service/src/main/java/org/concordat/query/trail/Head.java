package org.concordat.query.trail;

/**
 * Where the trail ends. Whoever holds an earlier one can ask whether the trail still goes through it.
 *
 * @param size number of the newest record, 0 when there is none
 * @param hash its hash; 64 zeros when there is none
 */
public record Head(long size, String hash) {

    static final Head NONE = new Head(0, Link.NO_PREVIOUS);
}
