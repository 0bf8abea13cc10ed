package org.concordat.api.commitment;

/** What sort of spending it is. */
public enum Spend { CAPITAL, REVENUE }
