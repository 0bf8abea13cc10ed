package org.concordat.standalone.copy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a copy of everything at one moment, while Concordat goes on.
 *
 * @param source  where the tables are
 * @param key     the file of the keys that sign
 * @param withKey whether it is copied too
 * @param version of this program
 */
public record Backup(DataSource source, Path key, boolean withKey, String version, Progress progress) {

    static final String MANIFEST = "manifest.json";
    static final String KEY = "ledger.key";
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * @param proof what the record in the copy proves
     * @param rest  where the rest is: what is kept, and is not in the copy
     */
    public record Made(long entries, String root, Proof.Outcome proof, List<String> rest) {}

    /** @throws CopyRefused in a sentence; then nothing is left behind */
    public Made to(Path place) {
        try (Staging staging = Staging.of(place)) {
            staging.leftBefore().forEach(left -> progress.say("An interrupted copy lies in " + left + ": delete it."));
            try (Snapshot snapshot = Snapshot.of(source)) {
                return made(snapshot, staging);
            }
        } catch (IOException e) {
            throw new CopyRefused("The copy could not be written to " + place.toAbsolutePath().normalize() + ": " + Said.by(e)
                    + ". Nothing is left there.", e);
        } catch (SQLException e) {
            throw new CopyRefused("The database could not be read to its end: " + e.getMessage() + ". No copy was made.", e);
        }
    }

    private Made made(Snapshot snapshot, Staging staging) throws IOException, SQLException {
        refuseNewer();
        Path folder = staging.folder();
        Map<String, String> sums = new LinkedHashMap<>();
        Staging.ownFolder(folder.resolve("tables"));
        List<Manifest.Table> tables = new ArrayList<>();
        for (String name : snapshot.ours()) tables.add(table(snapshot, name, folder, sums));
        progress.say("Proving the record that was copied …");
        Proof.Outcome proof = new Proof(snapshot.session(), progress).look(null);
        if (withKey) sums.put(KEY, keyTo(folder.resolve(KEY)));
        Manifest manifest = manifest(snapshot, tables, proof);
        sums.put(MANIFEST, written(folder.resolve(MANIFEST), out -> out.write(JSON.writeValueAsBytes(manifest))));
        written(folder.resolve(Sums.FILE), out -> out.write(new Sums(sums).text().getBytes(StandardCharsets.UTF_8)));
        staging.finish();
        return new Made(proof.entries(), proof.root(), proof, rest(snapshot));
    }

    private void refuseNewer() {
        List<String> known = Schema.known(source).stream().map(Manifest.Migration::version).toList();
        for (Manifest.Migration done : Schema.applied(source)) {
            if (!known.contains(done.version())) throw new CopyRefused("These data are of a newer Concordat (migration " + done.version()
                    + ", " + done.description() + "): make the copy with that version's program.");
        }
    }

    private Manifest.Table table(Snapshot snapshot, String name, Path folder, Map<String, String> sums) throws SQLException, IOException {
        List<String> columns = snapshot.tables().columns(name);
        long[] rows = {0};
        var empty = new Manifest.Table(name, columns, 0);
        Path file = folder.resolve(empty.file());
        sums.put(empty.file(), new TableFile(file).write(true, out ->
                rows[0] = snapshot.tables().write(name, columns, new TableFile.Watched(out, progress, name))));
        progress.say("  " + name + ": " + Said.count(rows[0], "row", "rows") + ", " + Said.bytes(Files.size(file)));
        return new Manifest.Table(name, columns, rows[0]);
    }

    private static String written(Path file, TableFile.Writing what) throws IOException, SQLException {
        return new TableFile(file).write(false, what);
    }

    private String keyTo(Path file) throws IOException, SQLException {
        if (!Files.isReadable(key)) throw new CopyRefused("The ledger's key file " + key.toAbsolutePath().normalize()
                + " cannot be read: name it with --concordat.ledger.key=FILE, or leave --with-key out.");
        return written(file, out -> Files.copy(key, out));
    }

    private Manifest manifest(Snapshot snapshot, List<Manifest.Table> tables, Proof.Outcome proof) throws SQLException, IOException {
        boolean demo = snapshot.tables().texts("select demo from deployment").contains("t");
        List<String> newest = snapshot.tables().texts("select note from checkpoint order by size desc, id desc limit 1");
        return new Manifest(Manifest.FORMAT, version, Instant.now().truncatedTo(ChronoUnit.SECONDS), demo, proof.origin(), proof.events(),
                proof.entries(), proof.root(), newest.isEmpty() ? null : newest.getFirst(), PublicKeys.in(key), withKey,
                Schema.applied(source), tables);
    }

    private List<String> rest(Snapshot snapshot) {
        List<String> rest = new ArrayList<>();
        Path file = key.toAbsolutePath().normalize();
        if (!withKey) {
            rest.add(Files.exists(key) ? "The key that signs checkpoints is not in the copy (--with-key puts it there). It is in " + file
                    + ": keep a copy of it somewhere else." : "The key that signs checkpoints is not in the copy, and " + file
                    + " is not there: find where it is kept, and keep a copy of it.");
        }
        if (!snapshot.others().isEmpty()) rest.add("Tables that are not Concordat's are not in the copy: "
                + String.join(", ", snapshot.others()) + ".");
        return rest;
    }
}
