package org.concordat.api.decision;

/**
 * The numbers a threshold is given, and the ones the record says.
 *
 * @param agree partners that agree, or are deemed to
 * @param of    partners it is measured against: those taking a position, or all that are eligible
 */
public record Share(int agree, int of) {}
