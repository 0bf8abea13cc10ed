package org.concordat.standalone.copy;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Puts a copy into a database that holds nothing, and proves it there before it is committed.
 *
 * @param held a checkpoint from elsewhere that the record must go through; null where there is none
 * @param key  the public key that signed it; null where the copy's own must do
 */
public record Restore(WholeCopy copy, @Nullable Held held, @Nullable String key, Progress progress) {

    /** What can be refused before anything is made. */
    public void refuseEarly() {
        if (held != null) held.admits(copy.manifest(), key);
    }

    /** @throws CopyRefused in a sentence; then the database is as empty as before */
    public Proof.Outcome into(DataSource source) {
        try {
            copy.refuseOtherSchema(Schema.known(source));
            try (Connection session = source.getConnection()) {
                emptied(new Tables(session));
            }
            try {
                Proof.Outcome proof = loaded(source);
                Schema.all(source).migrate();
                return proof;
            } catch (SQLException | IOException | RuntimeException e) {
                leaveNothing(source, e);
                throw e;
            }
        } catch (SQLException | FlywayException e) {
            throw new CopyRefused("The copy could not be put into the database: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new CopyRefused("The copy could not be read to its end: " + Said.by(e) + ".", e);
        }
    }

    /** Tables of ours without a row are what a restore left that was killed; anything else is somebody's. */
    private static void emptied(Tables tables) throws SQLException {
        Set<String> ours = Schema.tables();
        for (String table : tables.names()) {
            if (!ours.contains(table) || !tables.empty(table)) throw new CopyRefused("This database is not empty: it holds the table "
                    + table + ". Nothing there is touched: restore into an empty database or a new folder.");
        }
        dropAll(tables);
    }

    private static void dropAll(Tables tables) throws SQLException {
        List<String> all = new ArrayList<>(tables.names());
        all.add("flyway_schema_history");
        tables.execute("drop table if exists " + String.join(", ", all) + " cascade");
    }

    private Proof.Outcome loaded(DataSource source) throws SQLException, IOException {
        Manifest manifest = copy.manifest();
        Schema.only(source, manifest.migrations().stream().map(Manifest.Migration::version).collect(Collectors.toSet())).migrate();
        try (Connection session = source.getConnection()) {
            Tables tables = new Tables(session);
            Snapshot.unlimited(tables);
            session.setAutoCommit(false);
            Set<String> there = new HashSet<>(tables.names());
            for (Manifest.Table table : manifest.tables()) {
                if (!there.contains(table.name())) throw new CopyRefused("This copy holds a table that no migration makes: " + table.name() + ".");
            }
            tables.empty(there);
            for (Manifest.Table table : manifest.tables()) load(tables, table);
            progress.say("Proving what was restored …");
            Proof.Outcome proof = new Proof(session, progress).look(held);
            refuseUnproven(manifest, proof);
            session.commit();
            return proof;
        }
    }

    private void load(Tables tables, Manifest.Table table) throws SQLException, IOException {
        long rows;
        try (InputStream from = new TableFile(copy.folder().resolve(table.file())).read()) {
            rows = tables.read(table.name(), table.columns(), from);
        }
        if (rows != table.rows()) throw new CopyRefused("This copy is damaged: its table " + table.name() + " has " + rows + " rows, not "
                + table.rows() + ".");
        tables.goOnCounting(table.name());
        progress.say("  " + table.name() + ": " + Said.count(rows, "row", "rows"));
    }

    private static void refuseUnproven(Manifest manifest, Proof.Outcome proof) {
        if (!proof.holds()) throw new CopyRefused("This copy does not prove itself, and nothing of it was kept. "
                + String.join(" ", proof.found()));
        boolean same = proof.entries() == manifest.entries() && proof.events() == manifest.events() && proof.root().equals(manifest.root());
        if (!same) throw new CopyRefused("This copy is not what its manifest says: it holds " + proof.entries() + " entries of root "
                + proof.root() + ", not " + manifest.entries() + " of root " + manifest.root() + ". Nothing of it was kept.");
    }

    private static void leaveNothing(DataSource source, Exception failure) {
        try (Connection session = source.getConnection()) {
            dropAll(new Tables(session));
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
