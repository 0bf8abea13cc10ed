package org.concordat.standalone;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.concordat.api.Hash;
import org.concordat.api.Text;

/**
 * Ordinary use, all day: 20 commands and 20 reads a second, of the present and of the past, and 20 subscribers. The load does
 * not wait for answers, so what is slow shows as slow and not as less load.
 */
final class Soak {

    private static final int A_SECOND = 20;
    private static final int SUBSCRIBERS = 20;
    private static final int AT_ONCE = 200;

    /** A stretch of the load: what was answered, with which codes, and how long it took in milliseconds. */
    record Stretch(int answered, Map<String, Long> codes, long p50, long p95) {
        static Stretch of(List<Answer> answers) {
            long[] took = answers.stream().mapToLong(Answer::millis).sorted().toArray();
            Map<String, Long> codes = new TreeMap<>();
            answers.forEach(answer -> codes.merge(answer.code(), 1L, Long::sum));
            return new Stretch(took.length, codes, at(took, 50), at(took, 95));
        }

        private static long at(long[] sorted, int percent) {
            return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
        }
    }

    private record Answer(boolean command, String code, long millis) {}

    private final Deployment people;
    private final List<Partnership> hubs;
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Map<String, String> wordings = new ConcurrentHashMap<>();

    Soak(Deployment people, List<Partnership> hubs) {
        this.people = people;
        this.hubs = hubs;
    }

    /** Each stretch's commands and reads, in turn. */
    List<Stretch> goesOn(int stretches, Duration each) throws Exception {
        List<Followed> followers = new ArrayList<>();
        for (int i = 0; i < SUBSCRIBERS; i++) {
            followers.add(new Followed(people, people.address(), "auditor", hub(i).id(), ""));
        }
        List<Stretch> told = new ArrayList<>();
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(1)) {
            int[] n = new int[2];
            clock.scheduleAtFixedRate(() -> sent(true, n[0]++, this::command), 0, 1_000 / A_SECOND, TimeUnit.MILLISECONDS);
            clock.scheduleAtFixedRate(() -> sent(false, n[1]++, this::read), 25, 1_000 / A_SECOND, TimeUnit.MILLISECONDS);
            for (int stretch = 0; stretch < stretches; stretch++) {
                told.addAll(clock.schedule(this::since, each.toMillis(), TimeUnit.MILLISECONDS).get());
                System.out.println("SOAK " + told.get(told.size() - 2) + " " + told.getLast());
            }
            clock.shutdownNow();
        } finally {
            followers.forEach(Followed::close);
        }
        return told;
    }

    private List<Stretch> since() {
        List<Answer> some = new ArrayList<>();
        for (Answer answer; (answer = answers.poll()) != null; ) some.add(answer);
        return List.of(Stretch.of(some.stream().filter(Answer::command).toList()),
                Stretch.of(some.stream().filter(answer -> !answer.command()).toList()));
    }

    private void sent(boolean command, int n, IntFunction<String> asks) {
        if (!room.tryAcquire()) {
            answers.add(new Answer(command, "not sent", 0));
            return;
        }
        long began = System.nanoTime();
        Thread.ofVirtual().start(() -> {
            String code = "no answer";
            try {
                code = asks.apply(n);
            } catch (RuntimeException cutOff) {
                code = cutOff.getClass().getSimpleName();
            } finally {
                room.release();
                answers.add(new Answer(command, code, (System.nanoTime() - began) / 1_000_000));
            }
        });
    }

    private Partnership hub(int n) {
        return hubs.get(n % hubs.size());
    }

    /** A board, a proposal, a position on it, a lead: what grows a partnership's own history and everything below it. */
    private String command(int n) {
        Partnership hub = hub(n / 4);
        String local = "d" + n / 4;
        return switch (n % 4) {
            case 0 -> code(hub, "programme", "registerBoard", "partnershipId: \"%s\", name: \"Board %d\"".formatted(hub.id(), n));
            case 1 -> {
                wordings.put(local, "We do " + local + " together, as the plan says on its page " + n + ".");
                yield code(hub, "programme", "tableProposal",
                        hub.proposal(local, wordings.get(local), Partnership.EVERYBODY, false, ""));
            }
            case 2 -> code(hub, "police", "recordPosition", "decisionId: \"" + hub.id("decision", local) + "\", wording: \""
                    + Hash.of(new Text(wordings.getOrDefault(local, "none"))).value()
                    + "\", position: {agree: {}}");
            default -> code(hub, "programme", "drawUpItem", ("partnershipId: \"%s\", area: VISION_AND_STRATEGY, component: PURPOSE,"
                    + " title: \"Item %d\"").formatted(hub.id(), n));
        };
    }

    private static String code(Partnership hub, String person, String command, String input) {
        return answered(hub.asks(person, command, input));
    }

    private static String answered(String code) {
        return code.startsWith("{") ? "OK" : code;
    }

    /** The present, a past day, what was known a moment ago, the history. */
    private String read(int n) {
        Partnership hub = hub(n / 4);
        String at = switch (n % 4) {
            case 1 -> ", at: {asOf: \"" + LocalDate.now().minusDays(n % 3) + "\"}";
            case 2 -> ", at: {asKnownAt: \"" + Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(60 * (n % 5)) + "\"}";
            default -> "";
        };
        String fields = n % 4 == 3 ? "history(first: 50) { edges { node { index summary } } }"
                : "id version boards { id name } decisions(first: 20) { edges { node { id title standing } } }";
        return answered(people.code("auditor", "{ partnership(id: \"" + hub.id() + "\"" + at + ") { " + fields + " } }"));
    }
}
