package org.concordat.query.limits;

import java.time.Duration;
import java.util.Map;

/** A refusal that goes away by waiting. */
public final class TooMany extends RuntimeException {

    public static final String CODE = "TOO_MANY";

    private static final long serialVersionUID = 1;

    private final String sentence;
    private final long retryAfter;
    private final transient Map<String, Object> details;

    private TooMany(String sentence, long retryAfter, Map<String, Object> details) {
        super(sentence, null, false, false);
        this.sentence = sentence;
        this.retryAfter = retryAfter;
        this.details = details;
    }

    /** As many as may be are there: it depends on others when one goes. */
    static TooMany atOnce(String what, int allowed) {
        return new TooMany("You have " + allowed + " " + what + "; no more are allowed at once. Wait until one has ended.", 1,
            Map.of("actual", allowed + 1, "allowed", allowed));
    }

    static TooMany overTime(Budget budget, long cost, long left, long allowed, Duration per, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new TooMany("You have used your budget for " + budget.word() + ": " + allowed + " " + budget.unit() + " every " + words(per)
            + ". Ask again in " + (seconds == 1 ? "1 second." : seconds + " seconds."), seconds,
            Map.of("budget", budget.word(), "cost", cost, "left", left, "allowed", allowed, "per", per.toString()));
    }

    private static String words(Duration per) {
        long seconds = per.toSeconds();
        if (seconds > 0 && seconds % 60 == 0) return seconds == 60 ? "minute" : seconds / 60 + " minutes";
        return seconds == 1 ? "second" : seconds + " seconds";
    }

    public String sentence() {
        return sentence;
    }

    /** Whole seconds until it is worth asking again. */
    public long retryAfter() {
        return retryAfter;
    }

    public Map<String, Object> details() {
        return details;
    }
}
