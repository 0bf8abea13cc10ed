package org.concordat.api.document;

/** What kind of text partners agree. A vision is reserved, and states its term and its benefits. */
public enum DocumentKind {
    VISION, STRATEGY, REMIT_AND_SCOPE, VALUES_AND_BEHAVIOURS, OPERATING_PRINCIPLES, PROTOCOL, TERMS_OF_REFERENCE
}
