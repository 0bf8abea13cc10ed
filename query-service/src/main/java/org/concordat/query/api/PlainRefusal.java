package org.concordat.query.api;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Refused by its status, before or beside GraphQL; {@link PlainErrors} writes its sentence. */
class PlainRefusal extends ResponseStatusException {

    private static final long serialVersionUID = 1;

    private final String sentence;

    PlainRefusal(HttpStatus status, String sentence) {
        super(status, sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
