package org.concordat.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder everything is kept in: one process at a time, one major version of PostgreSQL for ever. */
final class DataFolder implements AutoCloseable {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static DataFolder take(Path given) {
        Path folder = given.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(folder.resolve("lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel) != null) return new DataFolder(folder, channel);
            channel.close();
        } catch (IOException e) {
            throw new StartRefused("The data folder " + folder + " cannot be used: " + e.getMessage() + ".", e);
        }
        throw new StartRefused("The data folder " + folder + " is in use by another Concordat:"
                + " stop it first, or choose another folder with --concordat.data=DIR.");
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    void refuseOtherMajorVersion(int ours) {
        Path file = postgres().resolve("PG_VERSION");
        if (!Files.exists(file)) return;
        String theirs = lines(file).getFirst().strip();
        if (!theirs.equals(Integer.toString(ours))) {
            throw new StartRefused("The data folder " + folder + " was written by PostgreSQL " + theirs
                    + ", this Concordat brings PostgreSQL " + ours + ": move the data with pg_dump and psql first.");
        }
        if (!Files.exists(postgres().resolve("postgresql.conf"))) {
            throw new StartRefused("The data folder " + folder + " was left half made by a first start that was killed:"
                    + " nothing was recorded in it yet, so delete it and start again.");
        }
    }

    /** After kill -9 of the JVM its PostgreSQL lives on; the lock we hold says that nobody else wants it. */
    void stopOrphan() throws IOException {
        Path file = postgres().resolve("postmaster.pid");
        if (!Files.exists(file)) return;
        List<String> said = lines(file);
        Optional<ProcessHandle> orphan = ProcessHandle.of(Long.parseLong(said.getFirst().strip()))
                .filter(p -> p.info().command().orElse("postgres").endsWith("postgres") && startedThen(p, said));
        try {
            if (orphan.isPresent()) stop(orphan.get());
            // The next PostgreSQL would take a process that has the number by now, or a dead one that nobody collected, for the one
            // of the file, and not start. Were one still there, the next would find its shared memory, and not start either.
            Files.deleteIfExists(file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(ProcessHandle process) throws InterruptedException {
        try {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients that are gone. Every shell has this word.
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).redirectErrorStream(true).start().waitFor();
            awaitEnd(process);
        } catch (IOException e) {
            throw new StartRefused("A PostgreSQL (process " + process.pid() + ") still runs in " + folder
                    + " and does not stop: stop it first.", e);
        }
    }

    /** After the machine was started again the number may be another PostgreSQL's. The third line says when ours began. */
    private static boolean startedThen(ProcessHandle process, List<String> said) {
        if (said.size() < 3) return false;
        Instant then = Instant.ofEpochSecond(Long.parseLong(said.get(2).strip()));
        return process.info().startInstant().map(began -> Duration.between(began, then).abs().compareTo(CLOCKS_DIFFER) < 0).orElse(true);
    }

    private static void awaitEnd(ProcessHandle process) throws IOException, InterruptedException {
        long until = System.nanoTime() + STOPS_WITHIN.toNanos();
        while (process.isAlive() && !isZombie(process)) {
            if (System.nanoTime() > until) throw new IOException("no end within " + STOPS_WITHIN);
            Thread.sleep(50);
        }
    }

    /** Dead, and not collected: so it stays in a container whose first process collects nobody's children. */
    private static boolean isZombie(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")).contains("\nState:\tZ");
        } catch (IOException gone) {
            return false;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
