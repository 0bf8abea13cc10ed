package org.concordat.standalone.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** A folder of programs: unpacked, hashed as a whole, removed. Links are never followed. */
record Tree(Path root) {

    /** Everything in it is its owner's alone; what the archive says of owners and rights is left aside, but for what can be run. */
    static Tree unpacked(InputStream archive, Path root) throws IOException {
        Files.createDirectory(root, Owned.as(Owned.FOLDER));
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) unpack(tar, entry, root);
        }
        return new Tree(root);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) throw new IOException("the archive leads out of its folder: " + entry.getName());
        if (target.equals(root)) return;
        folders(target.getParent(), root);
        if (entry.isDirectory()) folders(target, root);
        else if (entry.isSymbolicLink()) Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        else file(tar, entry, root, target);
    }

    private static void file(TarArchiveInputStream tar, TarArchiveEntry entry, Path root, Path target) throws IOException {
        if (entry.isLink()) Files.copy(root.resolve(entry.getLinkName()), target);
        else Files.copy(tar, target);
        Files.setPosixFilePermissions(target, (entry.getMode() & 0100) == 0 ? Owned.FILE : Owned.FOLDER);
    }

    private static void folders(@Nullable Path folder, Path root) throws IOException {
        if (folder == null || folder.equals(root) || Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) return;
        folders(folder.getParent(), root);
        Files.createDirectory(folder, Owned.as(Owned.FOLDER));
    }

    /** Names, rights and bytes of all there is; something that is another account's changes it too. */
    String hash() throws IOException {
        MessageDigest all = sha256();
        for (Path path : below()) all.update((root.relativize(path) + " " + what(path) + "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(all.digest());
    }

    private Collection<Path> below() throws IOException {
        SortedSet<Path> found = new TreeSet<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return visitFile(folder, attributes);
            }

            @Override public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!file.equals(root)) found.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static String what(Path path) throws IOException {
        if (!Owned.isOurs(path)) return "another account's";
        if (Files.isSymbolicLink(path)) return "-> " + Files.readSymbolicLink(path);
        String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        if (Files.isDirectory(path)) return rights;
        MessageDigest one = sha256();
        byte[] part = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(part); read >= 0; read = in.read(part)) one.update(part, 0, read);
        }
        return rights + " " + HexFormat.of().formatHex(one.digest());
    }

    void remove() throws IOException {
        if (Files.notExists(root, LinkOption.NOFOLLOW_LINKS)) return;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) throw failure;
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
