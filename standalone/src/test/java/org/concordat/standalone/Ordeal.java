package org.concordat.standalone;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Under load something breaks at a moment nobody chose, and heals; then the books must agree. */
record Ordeal(Books books, Runnable awaitReady) {

    private static final int PARTNERSHIPS = 3;

    /** What breaks and is whole again when this answers; the load goes on beneath it. */
    @FunctionalInterface
    interface Fault {
        void strike(Load load) throws Exception;
    }

    static IntStream runs() {
        return IntStream.rangeClosed(1, Integer.getInteger("runs", 10));
    }

    /** Where time itself is the fault, and there is nothing to await. */
    static void lasts(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }

    void of(String fault, int run, Fault strike) throws Exception {
        List<String> partnerships = IntStream.range(0, PARTNERSHIPS).mapToObj(n -> established("o" + Long.toString(System.nanoTime(), 36) + n)).toList();
        long begin = books.head();
        var load = new Load(books.people(), books.doors(), partnerships);
        try (load) {
            load.goesOnFor(ThreadLocalRandom.current().nextInt(20, 200));
            strike.strike(load);
            awaitReady.run();
            load.goesOnFor(60);
        }
        books.agreeWith(load, begin);
        System.out.printf("%s, run %d: %d acknowledged, %d refused, repeated %s, longest silence %d ms; the books agree%n",
                fault, run, load.acknowledged.size(), load.refused.size(), load.repeats(), load.longestSilence());
    }

    private String established(String name) {
        JsonNode answer = books.ask(books.doors().getFirst(), "mutation { establishPartnership(input: {partnershipId: \"partnership-"
                + name + "\", name: \"" + name + "\", timeZone: \"Europe/London\", planEnd: \"2099-03-31\", programmeOffice: \"programme\""
                + "}) { id version } }");
        if (answer.has("errors")) throw new IllegalStateException(answer.toString());
        JsonNode receipt = answer.at("/data/establishPartnership");
        books.doors().forEach(door -> books.ask(door, "{ partnership(id: \"" + receipt.path("id").asString() + "\", atLeast: {id: \""
                + receipt.path("id").asString() + "\", version: " + receipt.path("version").asLong() + "}) { id } }"));
        return receipt.path("id").asString();
    }
}
