package org.concordat.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SupervisorTest {

    private static final Duration LASTS = Duration.ofMillis(200);
    private static final Supervisor.Patience SHORT = new Supervisor.Patience(List.of(Duration.ofMillis(1)), 5, Duration.ofMinutes(10), LASTS);

    /** A process that ends when it is told to. */
    private static final class Fake implements Supervisor.Run {
        private final CompletableFuture<String> end = new CompletableFuture<>();

        @Override public String ended() {
            return end.join();
        }

        @Override public void stop() {
            end.complete("it was stopped");
        }

        @Override public void kill() {
            end.complete("it was killed");
        }
    }

    private final LinkedBlockingQueue<Fake> runs = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> gaveUp = new CompletableFuture<>();
    private final Outage outage = new Outage();

    private Fake begin() {
        var run = new Fake();
        runs.add(run);
        return run;
    }

    private Fake next() throws InterruptedException {
        Fake run = runs.poll(5, TimeUnit.SECONDS);
        assertThat(run).as("started").isNotNull();
        return run;
    }

    @Test void what_ends_is_started_again_however_often_where_it_had_lasted() throws Exception {
        var always = new Supervisor.Patience(SHORT.pauses(), 2, SHORT.within(), Duration.ZERO);
        try (var supervisor = new Supervisor(this::begin, outage, always, gaveUp::complete)) {
            for (int i = 0; i < 10; i++) next().end.complete("it fell over");
            next();
            assertThat(gaveUp).isNotDone();
        }
    }

    @Test void five_starts_that_did_not_last_are_enough() throws Exception {
        try (var supervisor = new Supervisor(this::begin, outage, SHORT, gaveUp::complete)) {
            for (int i = 0; i < 5; i++) next().end.complete("no space " + i);
            assertThat(gaveUp.get(5, TimeUnit.SECONDS)).isEqualTo("no space 4");
            assertThat(outage.lasts()).isTrue();
            assertThat(runs).isEmpty();
        }
    }

    @Test void so_are_five_that_did_not_succeed() throws Exception {
        int[] tried = {0};
        try (var supervisor = new Supervisor(() -> {
            if (tried[0]++ > 0) throw new IOException("no memory");
            return begin();
        }, outage, new Supervisor.Patience(SHORT.pauses(), 5, SHORT.within(), Duration.ZERO), gaveUp::complete)) {
            next().end.complete("it fell over");
            assertThat(gaveUp.get(5, TimeUnit.SECONDS)).isEqualTo("no memory");
            assertThat(tried[0]).isEqualTo(6);
        }
    }

    @Test void closed_or_leaving_it_starts_nothing() throws Exception {
        var supervisor = new Supervisor(this::begin, outage, SHORT, gaveUp::complete);
        outage.leave();
        next().end.complete("ctrl-c");
        supervisor.close();
        assertThat(runs).isEmpty();
    }
}
