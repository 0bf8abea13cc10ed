package org.concordat.api.partnership;

/** Why a payload is disposed of: a code and never words, for they would stay. */
public enum DisposalReason {
    /** The words name or describe a person. */
    NAMES_A_PERSON,
    /** The words are about a client of the hub, which they never should have been. */
    ABOUT_A_CLIENT,
    /** The time for which they may be kept has ended. */
    RETENTION_ENDED,
    /** A court or a regulator ordered it. */
    ORDERED
}
