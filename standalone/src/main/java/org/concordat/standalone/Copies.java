package org.concordat.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.concordat.standalone.copy.Backup;
import org.concordat.standalone.copy.CopyRefused;
import org.concordat.standalone.copy.Held;
import org.concordat.standalone.copy.Progress;
import org.concordat.standalone.copy.Proof;
import org.concordat.standalone.copy.Restore;
import org.concordat.standalone.copy.Staging;
import org.concordat.standalone.copy.WholeCopy;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Copies of the installation that the settings name, and the ways back. */
record Copies(Environment environment, PrintStream out) {

    /** Whether the record in the copy proves itself. A copy is made in any case: of a damaged record above all. */
    boolean backup(Path folder, boolean withKey) {
        Backup.Made made = using(source(), source -> new Backup(source, key(data()), withKey, version(), new Progress(out)).to(folder));
        out.printf(Locale.ROOT, "Copied to %s: %,d entries, root %s.%n", folder.toAbsolutePath().normalize(), made.entries(), made.root());
        made.rest().forEach(out::println);
        out.println("The copy holds names and what was written: guard it as you guard the data. What is forgotten or disposed of later stays in it.");
        if (made.proof().holds()) return true;
        out.println("The record in it does not hold: " + String.join(" ", made.proof().found())
                + " Keep this copy, do not overwrite older ones, and read docs/operations.md, “An alarm”.");
        return false;
    }

    boolean restore(Path folder, @Nullable Path checkpoint, @Nullable String key) {
        Restore restore = asked(folder, checkpoint, key);
        Proof.Outcome proof;
        Path place = data();
        if (elsewhere()) {
            refuseOtherKey(restore, key(place));
            proof = using(Running.Opened.of(Database.of(environment)), restore::into);
            keyTo(restore, key(place));
        } else {
            proof = intoFolder(restore, place);
        }
        out.println(proven(proof, restore));
        out.println("Restored to " + (elsewhere() ? "the database" : place) + ". " + (restore.copy().key() != null
                ? "The key that signs is in " + key(place) + "."
                : "Put the key that signs checkpoints in " + key(place) + " before you start: it is not in the copy."));
        return true;
    }

    Restore asked(Path folder, @Nullable Path checkpoint, @Nullable String key) {
        Progress progress = new Progress(out);
        Held held = checkpoint == null ? null : Held.in(checkpoint);
        if (held == null && key != null) throw new CopyRefused("--key says who signed a checkpoint: name that with --checkpoint=FILE.");
        Restore restore = new Restore(WholeCopy.in(folder, progress), held, key, progress);
        restore.refuseEarly();
        return restore;
    }

    /** Complete at its place, or nothing there. */
    Proof.Outcome intoFolder(Restore restore, Path place) {
        try (Staging staging = Staging.of(place)) {
            staging.leftBefore().forEach(left -> out.println("An interrupted restore lies in " + left + ": delete it."));
            if (!key(place).startsWith(place)) refuseOtherKey(restore, key(place));
            Proof.Outcome proof = using(Running.Opened.of(Database.own(staging.folder(), false)), restore::into);
            if (key(place).startsWith(place)) keyTo(restore, staging.folder().resolve(place.relativize(key(place))));
            staging.finish();
            if (!key(place).startsWith(place)) keyTo(restore, key(place));
            return proof;
        } catch (IOException e) {
            throw new CopyRefused("The copy could not be restored to " + place + ": " + e.getMessage() + ".", e);
        }
    }

    String proven(Proof.Outcome proof, Restore restore) {
        Held held = restore.held();
        return String.format(Locale.ROOT, "Proven: %,d entries give the root %s, each is the store's event at its place, %,d checkpoints and cosignatures"
                + " agree%s.", proof.entries(), proof.root(), proof.checkpoints(), held == null
                ? "; nothing held elsewhere was compared (--checkpoint=FILE does that)"
                : String.format(Locale.ROOT, ", and so does the checkpoint over %,d entries in %s", held.head().size(), held.file()));
    }

    private static void refuseOtherKey(Restore restore, Path file) {
        Path copied = restore.copy().key();
        try {
            if (copied != null && Files.exists(file) && Files.mismatch(copied, file) >= 0) throw new CopyRefused("The copy holds another key than "
                    + file + ": move that file away, or name another with --concordat.ledger.key=FILE.");
        } catch (IOException e) {
            throw new CopyRefused("The ledger's key file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static void keyTo(Restore restore, Path file) {
        Path copied = restore.copy().key();
        if (copied == null || Files.exists(file)) return;
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.copy(copied, file, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        } catch (FileAlreadyExistsException sameByNow) {
            return;
        } catch (IOException e) {
            throw new CopyRefused("Everything is restored but the key, which could not be written to " + file + ": " + e.getMessage()
                    + ". Copy " + copied + " there yourself.", e);
        }
    }

    private interface Use<T> {
        T of(DataSource source);
    }

    private static <T> T using(Running.Opened opened, Use<T> use) {
        try (opened) {
            return use.of(opened.source());
        } catch (CopyRefused | StartRefused e) {
            throw e;
        } catch (Exception e) {
            throw new CopyRefused("It could not be done: " + e.getMessage() + ".", e);
        }
    }

    private Running.Opened source() {
        return elsewhere() ? Running.Opened.of(Database.of(environment)) : new Running(data()).open();
    }

    boolean elsewhere() {
        return !environment.getProperty("concordat.database.url", "").isEmpty();
    }

    Path data() {
        return Path.of(environment.getProperty("concordat.data", "./data")).toAbsolutePath().normalize();
    }

    private Path key(Path data) {
        return Path.of(environment.getProperty("concordat.ledger.key", data.resolve("ledger.key").toString())).toAbsolutePath().normalize();
    }

    private static String version() {
        return Objects.requireNonNullElse(Concordat.class.getPackage().getImplementationVersion(), "of the build");
    }
}
