package org.concordat.query.api;

import graphql.ExecutionInput;
import graphql.GraphQLContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/**
 * No operation runs for ever; its time begins before its text is parsed. The engine looks at the mark before it fetches the next field; a
 * fetcher that waits is bounded by itself. A command that waits says in its own words that the store is away, so commands have its
 * patience beside the time of an operation. A subscription is past it once it is open.
 */
@Component
class Deadline {

    static final String SENTENCE = "The answer was not ready in time, so nothing more was read. Ask for less at once.";

    private record Timer(Disposable running) {}

    private final Duration atMost;

    Deadline(Limits limits) {
        this.atMost = limits.deadline();
    }

    void begins(ExecutionInput input) {
        start(input, atMost);
    }

    void waitsForTheStore(ExecutionInput input) {
        ends(input.getGraphQLContext());
        if (!input.isCancelled()) start(input, atMost.plus(AxonCommandDoor.PATIENCE));
    }

    private static void start(ExecutionInput input, Duration time) {
        Disposable running = Schedulers.parallel().schedule(input::cancel, time.toMillis(), TimeUnit.MILLISECONDS);
        input.getGraphQLContext().put(Timer.class, new Timer(running));
    }

    void ends(GraphQLContext operation) {
        Timer timer = operation.get(Timer.class);
        if (timer != null) timer.running().dispose();
    }
}
