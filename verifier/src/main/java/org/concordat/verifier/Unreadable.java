package org.concordat.verifier;

/** What was given cannot be judged at all; the message is a sentence for whoever gave it. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unreadable(String sentence) {
        super(sentence, null, false, false);
    }
}
