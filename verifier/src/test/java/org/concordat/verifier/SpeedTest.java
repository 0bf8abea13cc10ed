package org.concordat.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Frontier;
import org.concordat.proof.Merkle;
import org.concordat.proof.Note;
import org.concordat.proof.Sha256;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole log of a million entries, judged from its files. */
@Tag("heavy")
class SpeedTest {

    private static final int ENTRIES = 1_000_000;
    private static final int THINGS = 1_000;
    private static final long GOAL = 200_000;
    private static final int ROUNDS = 3;

    @TempDir Path folder;

    @Test void a_million_entries() throws IOException {
        Frontier tree = new Frontier();
        SmallLog.write(folder, ENTRIES, i -> {
            byte[] envelope = envelope(i);
            tree.add(Merkle.leaf(envelope));
            return envelope;
        });
        String head = new Checkpoint(SmallLog.ORIGIN, ENTRIES, tree.root()).text();
        Files.writeString(folder.resolve("checkpoint"), new Note(head, List.of(SmallLog.LOG.sign(head))).toString());
        var machine = (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        long best = 0;
        long perCore = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            long worked = machine.getProcessCpuTime();
            Said.by("log", folder, "--key", SmallLog.LOG).holds();
            best = Math.max(best, ENTRIES * 1_000_000_000L / (System.nanoTime() - begun));
            perCore = Math.max(perCore, ENTRIES * 1_000_000_000L / (machine.getProcessCpuTime() - worked));
        }
        System.out.printf("SPEED verifier: a log of %,d entries, %d bytes of envelope each: %,d entries/s, %,d per second of one core%n",
                ENTRIES, envelope(ENTRIES / 2).length, best, perCore);
        assertThat(best).isGreaterThan(GOAL);
    }

    private static byte[] envelope(int i) {
        String id = Sha256.over(("event " + i).getBytes(UTF_8)).hex();
        return SmallLog.object(new TreeMap<>(Map.ofEntries(Map.entry("v", "1"), Map.entry("index", i + 1 + ""), Map.entry("event", id.substring(0, 36)),
                Map.entry("type", "decision.PositionRecorded"), Map.entry("subject", "decision-mash.d" + i % THINGS),
                Map.entry("version", i / THINGS + 1 + ""), Map.entry("partnership", "partnership-mash"), Map.entry("person", "police"),
                Map.entry("partner", "partner-mash.police"), Map.entry("appointment", "REPRESENTATIVE"), Map.entry("command", "c-" + i),
                Map.entry("authority", "partnership-mash@9"), Map.entry("recordedAt", "2026-11-24T01:00:00.000Z"),
                Map.entry("effectiveOn", "2026-11-24"), Map.entry("payloadHash", id)))).getBytes(UTF_8);
    }
}
