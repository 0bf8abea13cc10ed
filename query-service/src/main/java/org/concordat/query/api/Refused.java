package org.concordat.query.api;

import org.concordat.api.Rejection;

/** A rejection on its way to the client: of a command, or of a read such as one for a thing that is not there. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Rejection rejection;

    public Refused(Rejection rejection) {
        super(rejection.sentence(), null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
