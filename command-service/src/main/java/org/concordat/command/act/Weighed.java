package org.concordat.command.act;

/** A thing that is kept in memory between its commands, and knows about how many bytes it takes there. */
public interface Weighed {

    long weight();
}
