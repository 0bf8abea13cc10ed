package org.concordat.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import org.concordat.standalone.copy.CopyRefused;
import org.concordat.standalone.copy.Proof;
import org.concordat.standalone.copy.Restore;
import org.concordat.standalone.copy.Staging;
import org.jspecify.annotations.Nullable;

/** Makes a copy, restores it aside, proves it and removes both: what an operator should know before the day it is needed. */
record Drill(Copies copies, PrintStream out) {

    private static final double SECOND = 1e9;

    /** @param given an older copy to try; null to make one of the installation */
    boolean run(@Nullable Path given, @Nullable Path checkpoint, @Nullable String key) {
        Path aside = aside();
        try {
            long began = System.nanoTime();
            Path folder = given == null ? aside.resolve("copy") : given;
            boolean held = given != null || copies.backup(folder, false);
            long copied = System.nanoTime();
            if (!held) {
                out.println("The drill failed: the record that was copied does not hold. What was copied is removed again; nothing else was changed.");
                return false;
            }
            Restore restore = copies.asked(folder, checkpoint, key);
            Proof.Outcome proof = copies.intoFolder(restore, aside.resolve("data"));
            out.println(copies.proven(proof, restore));
            out.printf(Locale.ROOT, "The drill succeeded: %sa restore with its proof in %.1f s. Everything it made is removed again.%n",
                    given == null ? String.format(Locale.ROOT, "a copy in %.1f s, ", (copied - began) / SECOND) : "", (System.nanoTime() - copied) / SECOND);
            return true;
        } finally {
            Staging.delete(aside);
        }
    }

    /** Beside the data, where there is as much room and no other account than theirs; else where temporary things go. */
    private Path aside() {
        try {
            Path data = copies.data();
            Path parent = Files.isDirectory(data) ? Objects.requireNonNull(data.getParent()) : Path.of(System.getProperty("java.io.tmpdir"));
            return Files.createTempDirectory(parent, "concordat-drill-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new CopyRefused("There is no room for a drill beside the data: " + e.getMessage() + ".", e);
        }
    }
}
