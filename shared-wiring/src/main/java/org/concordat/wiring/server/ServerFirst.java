package org.concordat.wiring.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Nothing starts before Axon Server has answered a question: what starts later asks it within a transaction, and would fail
 * in the middle of its start.
 *
 * @param question one that only a working store answers
 * @param patience how long it is waited for; whoever restarts processes then decides
 */
record ServerFirst(String server, Supplier<CompletableFuture<?>> question, Duration patience) implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ServerFirst.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final long ANSWER_SECONDS = 5;

    @Override public void start() {
        long until = System.nanoTime() + patience.toNanos();
        String answer = answer();
        if (answer != null) LOG.warn("Axon Server at {} does not answer yet: {}. Waiting for it.", server, answer);
        while (answer != null) {
            if (System.nanoTime() > until) throw new ServerMissing(server, patience, answer);
            sleep(answer);
            answer = answer();
        }
    }

    /** Null once it is there; else why it is not. */
    private @Nullable String answer() {
        try {
            question.get().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            return null;
        } catch (TimeoutException e) {
            return "no answer within " + ANSWER_SECONDS + " s";
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void sleep(String answer) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerMissing(server, patience, answer);
        }
    }

    @Override public void stop() {}

    @Override public boolean isRunning() {
        return false;
    }

    @Override public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
