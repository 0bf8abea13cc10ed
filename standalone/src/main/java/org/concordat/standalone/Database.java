package org.concordat.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.env.Environment;

/** The PostgreSQL everything is kept in: our own, in the data folder, or one that already exists. */
record Database(String url, String user, String password, AutoCloseable stop) implements AutoCloseable {

    private static final int MAJOR = 18;

    static Database of(Environment environment) {
        String url = environment.getProperty("concordat.database.url", "");
        return url.isEmpty()
                ? own(Path.of(environment.getProperty("concordat.data", "./data")), PurgeRun.asked(environment))
                : new Database(url, environment.getProperty("concordat.database.user", ""),
                        environment.getProperty("concordat.database.password", ""), () -> {});
    }

    /**
     * Durable on purpose: the library's defaults are those of a test database.
     *
     * @param purging whether a file of the write-ahead log that is done with goes, instead of being written over one day
     */
    static Database own(Path data, boolean purging) {
        DataFolder folder = DataFolder.take(data);
        try {
            folder.refuseOtherMajorVersion(MAJOR);
            folder.stopOrphan();
            Optional<String> known = Locked.password(folder.postgres());
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
            known.ifPresent(password -> builder.setConnectConfig("password", password));
            EmbeddedPostgres postgres = builder.setDataDirectory(folder.postgres()).setCleanDataDirectory(false).setPort(freePort())
                    .setRegisterShutdownHook(false)
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("wal_recycle", purging ? "off" : "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setPGStartupWait(Duration.ofSeconds(60)).start();
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
            PGSimpleDataSource open = new Database(url, "postgres", "", () -> {}).source(url);
            String password = known.isPresent() ? known.get() : Locked.lock(folder.postgres(), open);
            return new Database(url, "postgres", password, () -> {
                postgres.close();
                folder.close();
            });
        } catch (IOException | SQLException e) {
            folder.close();
            throw new StartRefused("PostgreSQL did not start in " + data.toAbsolutePath().normalize() + ": "
                    + e.getMessage() + ".", e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Not one of those that systems give to outgoing connections: those may be in use before somebody listens. */
    static int freePort() throws IOException {
        for (int tried = 0; tried < 100; tried++) {
            try (var socket = new ServerSocket(ThreadLocalRandom.current().nextInt(10_000, 32_768), 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // The next, then.
            }
        }
        throw new IOException("no port between 10000 and 32767 is free");
    }

    /** Connections of their own, unpooled; user and password may also stand in the address. */
    PGSimpleDataSource source(String address) {
        var source = new PGSimpleDataSource();
        source.setUrl(address);
        if (!user.isEmpty()) source.setUser(user);
        if (!password.isEmpty()) source.setPassword(password);
        return source;
    }

    @Override public void close() throws Exception {
        stop.close();
    }
}
