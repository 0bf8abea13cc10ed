package org.concordat.api.partnership;

/** The level at which a board sits. */
public enum Level { STRATEGIC, TACTICAL, OPERATIONAL }
