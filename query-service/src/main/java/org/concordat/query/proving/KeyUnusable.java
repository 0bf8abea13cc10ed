package org.concordat.query.proving;

/** Start-up stops: signing with another key or under another origin than before would contradict what partners hold. */
final class KeyUnusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeyUnusable(String sentence) {
        super(sentence);
    }
}
