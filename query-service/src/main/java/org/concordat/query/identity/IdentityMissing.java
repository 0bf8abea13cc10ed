package org.concordat.query.identity;

/** Start-up stops: outside a demonstration somebody must say whose tokens are taken and who founds. */
class IdentityMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    IdentityMissing(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
