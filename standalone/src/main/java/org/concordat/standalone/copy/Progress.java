package org.concordat.standalone.copy;

import java.io.PrintStream;

/** Lines for whoever waits: each table when it is done and, on the way, every five seconds. */
public final class Progress {

    private static final long EVERY = 5_000_000_000L;

    private final PrintStream out;
    private long last = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        out.println(line);
        last = System.nanoTime();
    }

    /** Said only where nothing was for a while. */
    void meanwhile(String what, long n, String unit) {
        if (System.nanoTime() - last > EVERY) say("  " + what + ": " + Said.count(n, unit, unit) + " so far");
    }
}
