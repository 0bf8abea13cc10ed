package org.concordat.standalone.postgres;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What PostgreSQL writes, a line at a time: what is fatal goes to our log, the same words once a minute; the rest may hold content. */
final class ServerLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.concordat.standalone.postgres.PostgreSQL");
    private static final Pattern EXPECTED = Pattern.compile("the database system is (starting up|shutting down|in recovery mode|not"
            + " (yet )?accepting connections)|terminating connection due to (administrator command|unexpected postmaster exit)");
    private static final Duration ONCE_IN = Duration.ofMinutes(1);
    private static final int DIFFERENT = 10;

    private final Outage outage;
    private final Map<String, Long> said = new LinkedHashMap<>();
    private final CompletableFuture<Void> accepts = new CompletableFuture<>();
    private volatile String last = "";

    ServerLog(Outage outage) {
        this.outage = outage;
    }

    void line(String line) {
        if (line.startsWith("FATAL:") || line.startsWith("PANIC:")) fatal(line.replaceFirst(": +", ": ").strip());
        else if (line.contains("database system is ready to accept connections")) accepts();
        // A backend that was killed takes all others with it: PostgreSQL starts them again by itself.
        else if (line.contains("was terminated by signal")) outage.begins("a process of it " + line.replaceFirst(".*(was terminated)", "$1"));
        else if (line.contains("reinitializing")) outage.begins("it starts its processes again");
    }

    private void accepts() {
        if (!accepts.complete(null)) outage.ends();
    }

    private synchronized void fatal(String line) {
        if (EXPECTED.matcher(line).find()) return;
        last = line;
        long now = System.nanoTime();
        said.values().removeIf(then -> now - then > ONCE_IN.toNanos());
        if (said.size() < DIFFERENT && said.putIfAbsent(line, now) == null && !outage.leaving()) LOG.error("{}", line);
    }

    /** Done once it takes connections; never where it ended before. */
    CompletableFuture<Void> ready() {
        return accepts;
    }

    /** The newest fatal line, or empty. */
    String last() {
        return last;
    }
}
