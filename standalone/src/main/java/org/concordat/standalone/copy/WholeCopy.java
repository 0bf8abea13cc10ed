package org.concordat.standalone.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A copy that is whole: every file is there with the hash it was made with. */
public record WholeCopy(Path folder, Manifest manifest) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws CopyRefused in a sentence, where it is not */
    public static WholeCopy in(Path given, Progress progress) {
        Path folder = given.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(folder)) throw new CopyRefused("There is no copy in " + folder + ": no such folder.");
            if (Staging.isUnfinished(folder) || !Files.exists(folder.resolve(Sums.FILE)) && Files.exists(folder.resolve("tables"))) {
                throw new CopyRefused("The copy in " + folder + " is not whole: it was interrupted while it was made. Use another.");
            }
            if (!Files.exists(folder.resolve(Sums.FILE))) {
                throw new CopyRefused("There is no copy in " + folder + ": it holds no " + Sums.FILE + ".");
            }
            return read(folder, progress);
        } catch (IOException e) {
            throw new CopyRefused("The copy in " + folder + " cannot be read: " + Said.by(e) + ".", e);
        } catch (JacksonException e) {
            throw new CopyRefused("The copy in " + folder + " is damaged: its " + Backup.MANIFEST + " cannot be read.", e);
        }
    }

    private static WholeCopy read(Path folder, Progress progress) throws IOException {
        progress.say("Checking the files of " + folder + " …");
        Map<String, String> sums = new HashMap<>(Sums.read(folder).byFile());
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            Path file = folder.resolve(sum.getKey());
            if (!Files.exists(file)) throw damaged(folder, sum.getKey(), "is missing");
            if (!Sums.of(file).equals(sum.getValue())) throw damaged(folder, sum.getKey(), "is not as it was made: its hash is another");
        }
        if (sums.remove(Backup.MANIFEST) == null) throw damaged(folder, Backup.MANIFEST, "has no hash in " + Sums.FILE);
        Manifest manifest = JSON.readValue(Files.readAllBytes(folder.resolve(Backup.MANIFEST)), Manifest.class);
        if (manifest.format() != Manifest.FORMAT) throw new CopyRefused("The copy in " + folder + " was made by a newer Concordat ("
                + manifest.madeBy() + ", format " + manifest.format() + "): restore it with that version.");
        for (Manifest.Table table : manifest.tables()) {
            if (!sums.containsKey(table.file())) throw damaged(folder, table.file(), "has no hash in " + Sums.FILE);
        }
        if (manifest.withKey() && !sums.containsKey(Backup.KEY)) throw damaged(folder, Backup.KEY, "has no hash in " + Sums.FILE);
        return new WholeCopy(folder, manifest);
    }

    private static CopyRefused damaged(Path folder, String file, String how) {
        return new CopyRefused("The copy in " + folder + " is damaged: " + file + " " + how + ". Use another copy.");
    }

    /** Refused where a later version made it, or one that is not ours. */
    void refuseOtherSchema(List<Manifest.Migration> known) {
        for (Manifest.Migration done : manifest.migrations()) {
            Manifest.Migration ours = known.stream().filter(one -> one.version().equals(done.version())).findAny()
                    .orElseThrow(() -> new CopyRefused("This copy was made by a newer Concordat (" + manifest.madeBy() + "): its schema holds migration "
                            + done.version() + " (" + done.description() + "), which this version does not know. Restore it with that version."));
            if (!Objects.equals(ours.checksum(), done.checksum())) throw new CopyRefused("This copy is of another program's schema: its migration "
                    + done.version() + " (" + done.description() + ") is not this version's. Restore it with the version that made it.");
        }
    }

    public long entries() {
        return manifest.entries();
    }

    /** The secret key in it; null where it was left out. */
    public @Nullable Path key() {
        return manifest.withKey() ? folder.resolve(Backup.KEY) : null;
    }
}
