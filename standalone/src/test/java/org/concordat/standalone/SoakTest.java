package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ordinary use at the stated minimum, 256 MB of heap: see docs/sizing.md. */
class SoakTest {

    private static final Pattern BYTES = Pattern.compile("(?m)^concordat_kept_(share_)?bytes\\{kept=\"([a-z-]+)\"} ([0-9.E]+)$");

    @TempDir private Path folder;

    private List<Soak.Stretch> soaked(int stretches, Duration each) throws Exception {
        Child child = Child.start(folder, "soak", List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"), "--concordat.demo=true",
                "--concordat.operators=programme", "--concordat.database.url=" + TestDatabase.empty().url(),
                // A few people stand for many.
                "--concordat.limits.operations=200", "--concordat.limits.reading=1000000000").ready();
        try {
            Client client = child.client();
            List<Partnership> hubs = IntStream.range(0, 4).mapToObj(n -> Partnership.established(client, "s" + n)).toList();
            List<Soak.Stretch> told = new Soak(client, hubs).goesOn(stretches, each);
            assertThat(child.process().isAlive()).as(child.said()).isTrue();
            assertThat(child.said()).doesNotContain("OutOfMemoryError", "Memory is short");
            keepsNoMoreThanItsShares(client);
            return told;
        } finally {
            child.kill();
        }
    }

    private static void keepsNoMoreThanItsShares(Client client) {
        Map<String, Double> kept = new TreeMap<>();
        Map<String, Double> shares = new TreeMap<>();
        Matcher found = BYTES.matcher(Deployment.send(client.request("programme", "/actuator/prometheus").build()).body());
        while (found.find()) (found.group(1) == null ? kept : shares).put(found.group(2), Double.valueOf(found.group(3)));
        assertThat(kept).hasSizeGreaterThan(6).hasSameSizeAs(shares);
        assertThat(kept.get("past-views")).isPositive();
        kept.forEach((what, bytes) -> assertThat(bytes).as(what).isLessThanOrEqualTo(shares.get(what)));
    }

    @Test void for_seconds_nothing_is_refused_for_want_of_memory_and_nothing_grows_beyond_its_share() throws Exception {
        assertThat(soaked(2, Duration.ofSeconds(6))).allSatisfy(stretch ->
                assertThat(stretch.codes()).containsKey("OK").doesNotContainKey("OVERLOADED"));
    }

    /** Whatever the machine, the last two minutes are as quick as the second and third. */
    @Tag("heavy") @Test void for_eight_minutes_it_is_as_quick_at_the_end_as_at_the_beginning() throws Exception {
        List<Soak.Stretch> told = soaked(8, Duration.ofMinutes(1));
        for (int of : new int[] {0, 1}) {
            long early = Math.max(told.get(2 + of).p95(), told.get(4 + of).p95());
            assertThat(told.get(12 + of).p95()).isLessThan(2 * early + 500);
            assertThat(told.get(14 + of).p95()).isLessThan(2 * early + 500);
            assertThat(told.get(14 + of).codes()).doesNotContainKeys("not sent", "INTERNAL", "DEADLINE");
        }
    }
}
