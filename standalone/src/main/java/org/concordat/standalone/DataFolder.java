package org.concordat.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The folder everything is kept in: one process at a time, one major version of PostgreSQL for ever. */
final class DataFolder implements AutoCloseable {

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
    void stopOrphan() {
        Path file = postgres().resolve("postmaster.pid");
        if (!Files.exists(file)) return;
        Optional<ProcessHandle> orphan = ProcessHandle.of(Long.parseLong(lines(file).getFirst().strip()))
                .filter(p -> p.info().command().orElse("postgres").endsWith("postgres"));
        if (orphan.isEmpty()) return;
        try {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients that are gone.
            new ProcessBuilder("kill", "-INT", Long.toString(orphan.get().pid())).start().waitFor();
            orphan.get().onExit().get(20, TimeUnit.SECONDS);
        } catch (IOException | java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new StartRefused("A PostgreSQL (process " + orphan.get().pid() + ") still runs in " + folder
                    + " and does not stop: stop it first.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
