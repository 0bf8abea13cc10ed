package org.concordat.verifier;

import java.io.PrintStream;

/** What was found, said as it is found, one sentence a line. */
final class Findings {

    /** Nothing more is looked at: so much fails that the rest tells nothing. */
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough", null, false, false);
        }
    }

    private static final int MOST = 100;

    private final PrintStream out;
    private int failed;

    Findings(PrintStream out) {
        this.out = out;
    }

    void holds(String sentence) {
        out.println("holds: " + sentence);
    }

    void fails(String sentence) {
        out.println("DOES NOT HOLD: " + sentence);
        if (++failed >= MOST) throw new Enough();
    }

    /** Neither for nor against. */
    void note(String sentence) {
        out.println("note: " + sentence);
    }

    /** Says so where it does. */
    void judge(boolean holds, String sentence, String otherwise) {
        if (holds) holds(sentence);
        else fails(otherwise);
    }

    int failed() {
        return failed;
    }
}
