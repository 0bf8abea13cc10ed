package org.concordat.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.concordat.standalone.postgres.Orphan;
import org.concordat.standalone.postgres.Owned;
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
            // Where it is a link, what it leads to is ours or refused.
            if (Files.exists(folder)) folder = folder.toRealPath();
            Owned.folder(folder);
            FileChannel channel = FileChannel.open(folder.resolve("lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel) != null) return new DataFolder(folder, channel);
            channel.close();
        } catch (IOException e) {
            throw new StartRefused("The data folder " + folder + " cannot be used: " + why(e) + ".", e);
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

    /** The exception of a file names the file and seldom the reason. */
    private static String why(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "this account may not write " + denied.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is not a folder";
            default -> String.valueOf(failure.getMessage());
        };
    }

    Path path() {
        return folder;
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    void refuseOtherMajorVersion(int ours) {
        if (!Files.exists(postgres())) return;
        Path file = postgres().resolve("PG_VERSION");
        String theirs = Files.exists(file) ? String.join("", lines(file)).strip() : "";
        if (!theirs.isEmpty() && !theirs.equals(Integer.toString(ours))) {
            throw new StartRefused("The data folder " + folder + " was written by PostgreSQL " + theirs
                    + ", this Concordat brings PostgreSQL " + ours + ": move the data with pg_dump and psql first.");
        }
        if (theirs.isEmpty() || !Files.exists(postgres().resolve("postgresql.conf"))) {
            throw new StartRefused("The data folder " + folder + " was left half made by a first start that was killed:"
                    + " nothing was recorded in it yet, so delete it and start again.");
        }
    }

    void stopOrphan() throws IOException {
        Orphan.end(postgres());
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
