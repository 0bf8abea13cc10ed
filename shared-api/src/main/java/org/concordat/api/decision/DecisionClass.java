package org.concordat.api.decision;

/** Whose decision it is (plan 6a against 8c): equal partners', or one authority's on a case. */
public enum DecisionClass { PARTNERSHIP, CASE_AUTHORITY }
