package org.concordat.command.act;

import org.concordat.api.Hash;

/** Is there where the store can change what it holds: then the words of a payload can go. */
@FunctionalInterface
public interface Disposal {

    /** The hash of the payload as this store will hold it once its words are gone. */
    Hash remains(Object event);
}
