package org.concordat.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** After kill -9 of the JVM its PostgreSQL lives on; the lock of the data folder says that nobody else wants it. */
public record Orphan(long pid, Instant began) {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /** Ends what still runs in that folder, and removes what would keep the next from starting. */
    public static void end(Path folder) throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) return;
        try {
            Optional<ProcessHandle> orphan = said(Files.readAllLines(file)).flatMap(Orphan::process);
            if (orphan.isPresent()) stop(orphan.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // It may have been the first of them only, and one that is stopped or waits for the disk did not hear.
        Leftovers.end(folder);
        // The next PostgreSQL would take a process that has the number by now, or a dead one that nobody collected, for the one
        // of the file, and not start. Were one still there, the next would find its shared memory, and not start either.
        Files.deleteIfExists(file);
    }

    /** Nothing where the file was cut off. */
    private static Optional<Orphan> said(List<String> lines) {
        try {
            return lines.size() < 3 ? Optional.empty() : Optional.of(new Orphan(Long.parseLong(lines.get(0).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** After the machine was started again the number may be another PostgreSQL's. The third line says when ours began. */
    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(p -> p.info().command().orElse("postgres").endsWith("postgres"))
                .filter(p -> p.info().startInstant().map(then -> Duration.between(then, began).abs().compareTo(CLOCKS_DIFFER) < 0)
                        .orElse(true));
    }

    private static void stop(ProcessHandle process) throws InterruptedException, IOException {
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients that are gone. Every shell has this word.
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).redirectErrorStream(true).start().waitFor();
        long until = System.nanoTime() + STOPS_WITHIN.toNanos();
        while (process.isAlive() && !isZombie(process) && System.nanoTime() < until) Thread.sleep(50);
        if (process.isAlive()) process.destroyForcibly();
    }

    /** Dead, and not collected: so it stays in a container whose first process collects nobody's children. */
    private static boolean isZombie(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")).contains("\nState:\tZ");
        } catch (IOException gone) {
            return false;
        }
    }
}
