package org.concordat.api.commitment;

/** How it is given. Only money is given in cash; money given in kind is what a thing is worth. */
public enum Form { CASH, IN_KIND }
