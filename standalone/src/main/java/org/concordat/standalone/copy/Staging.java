package org.concordat.standalone.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is there whole or not at all: made beside its place under a name that says it is unfinished, readable by this account
 * alone, and moved to its place when it is complete.
 */
public final class Staging implements AutoCloseable {

    private static final String UNFINISHED = ".unfinished-";

    private final Path place;
    private final Path folder;
    private boolean done;

    private Staging(Path place, Path folder) {
        this.place = place;
        this.folder = folder;
    }

    /** @param place what is to be there in the end: nothing yet, or an empty folder */
    public static Staging of(Path place) {
        Path target = place.toAbsolutePath().normalize();
        try {
            if (Files.exists(target) && !isEmptyFolder(target)) {
                throw new CopyRefused(target + " exists and is not an empty folder. Nothing there is touched: name a new folder.");
            }
            Path parent = target.getParent();
            if (parent == null) throw new CopyRefused(target + " cannot be a folder of its own: name one below it.");
            Files.createDirectories(parent);
            Path folder = target.resolveSibling(target.getFileName() + UNFINISHED + UUID.randomUUID().toString().substring(0, 8));
            return new Staging(target, ownFolder(folder));
        } catch (IOException e) {
            throw new CopyRefused("The folder " + target + " cannot be made: " + Said.by(e) + ".", e);
        }
    }

    static Path ownFolder(Path folder) throws IOException {
        return Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static boolean isEmptyFolder(Path folder) {
        String[] within = folder.toFile().list();
        return within != null && within.length == 0;
    }

    /** What an interrupted run left beside the place: nobody's any more, and in the way of the disk's space. */
    public List<Path> leftBefore() {
        String[] beside = Objects.requireNonNull(place.getParent()).toFile().list();
        return Stream.of(Objects.requireNonNullElse(beside, new String[0])).filter(name -> name.startsWith(place.getFileName() + UNFINISHED)
                && !folder.endsWith(name)).sorted().map(place::resolveSibling).toList();
    }

    static boolean isUnfinished(Path folder) {
        return String.valueOf(folder.getFileName()).contains(UNFINISHED);
    }

    public Path folder() {
        return folder;
    }

    public Path place() {
        return place;
    }

    /** On the disk, and then at its place. */
    public void finish() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure) throws IOException {
                force(done);
                return super.postVisitDirectory(done, failure);
            }
        });
        Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
        done = true;
        force(place.resolveSibling("."));
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    /** Unfinished, it leaves nothing behind. */
    @Override public void close() {
        if (!done) delete(folder);
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override public FileVisitResult postVisitDirectory(Path empty, @Nullable IOException failure) throws IOException {
                    Files.deleteIfExists(empty);
                    return super.postVisitDirectory(empty, failure);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
