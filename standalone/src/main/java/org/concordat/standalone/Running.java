package org.concordat.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import javax.sql.DataSource;
import org.concordat.standalone.copy.CopyRefused;
import org.postgresql.ds.PGSimpleDataSource;

/** The embedded PostgreSQL of a data folder, for reading: beside the Concordat that runs on it, or started for as long as it takes. */
record Running(Path folder) {

    private static final int PORT = 3;

    /** Where to read; closed, what was started for it ends. */
    record Opened(DataSource source, AutoCloseable stop) implements AutoCloseable {

        /** Also where the program is told to end: nobody else would stop it. */
        static Opened of(Database database) {
            Thread told = new Thread(() -> end(database));
            Runtime.getRuntime().addShutdownHook(told);
            return new Opened(database.source(database.url()), () -> {
                Runtime.getRuntime().removeShutdownHook(told);
                stop(database);
            });
        }

        /** Nobody is to wait for it to come back. */
        private static void stop(Database database) throws Exception {
            database.outage().leave();
            database.close();
        }

        private static void end(Database database) {
            try {
                stop(database);
            } catch (Exception e) {
                System.err.println("PostgreSQL did not stop: " + e.getMessage());
            }
        }

        @Override public void close() throws Exception {
            stop.close();
        }
    }

    Opened open() {
        Path postgres = folder.resolve("postgres");
        if (!Files.exists(postgres.resolve("PG_VERSION"))) throw new CopyRefused("There is no Concordat in " + folder
                + ": name its data folder with --concordat.data=DIR, or its database with --concordat.database.url=URL.");
        try {
            return inUse() ? beside(postgres) : Opened.of(Database.own(folder, false));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new CopyRefused("The PostgreSQL that runs in " + folder + " could not be found: " + e.getMessage() + ". Try again.", e);
        }
    }

    private boolean inUse() throws IOException {
        Path lock = folder.resolve("lock");
        if (!Files.exists(lock)) return false;
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE); FileLock taken = channel.tryLock()) {
            return taken == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        }
    }

    /** Its port is in the file of its process, its password beside it: whoever may read them may read everything anyway. */
    private Opened beside(Path postgres) throws IOException {
        List<String> process = Files.readAllLines(postgres.resolve("postmaster.pid"));
        String password = Files.readString(folder.resolve("postgres.password")).strip();
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + process.get(PORT).strip() + "/postgres");
        source.setUser("postgres");
        source.setPassword(password);
        return new Opened(source, () -> {});
    }
}
