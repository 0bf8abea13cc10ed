package org.concordat.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.concordat.standalone.postgres.Outage;
import org.concordat.standalone.postgres.OwnPostgres;
import org.concordat.standalone.postgres.Watch;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.env.Environment;

/** The PostgreSQL everything is kept in: our own, in the data folder, or one that already exists. */
record Database(String url, String user, String password, Outage outage, AutoCloseable stop) implements AutoCloseable {

    private static final int MAJOR = 18;

    static Database of(Environment environment) {
        String url = environment.getProperty("concordat.database.url", "");
        return url.isEmpty()
                ? own(Path.of(environment.getProperty("concordat.data", "./data")), PurgeRun.asked(environment))
                : existing(url, environment.getProperty("concordat.database.user", ""), environment.getProperty("concordat.database.password", ""));
    }

    /** Somebody else looks after it: whether it is there is watched, and it is never ended. */
    private static Database existing(String url, String user, String password) {
        var outage = new Outage();
        var asked = new Database(url, user, password, outage, () -> {});
        var watch = new Watch(asked.source(Sessions.url(url)), outage, Duration.ofDays(365), () -> {});
        return new Database(url, user, password, outage, watch);
    }

    /** @param purging whether a file of the write-ahead log that is done with goes, instead of being written over one day */
    static Database own(Path data, boolean purging) {
        DataFolder folder = DataFolder.take(data);
        try {
            folder.refuseOtherMajorVersion(MAJOR);
            folder.stopOrphan();
            var outage = new Outage();
            OwnPostgres postgres = OwnPostgres.start(folder.path(), purging, outage);
            return new Database(postgres.url(), postgres.user(), postgres.password(), outage, () -> {
                postgres.close();
                folder.close();
            });
        } catch (IOException e) {
            folder.close();
            throw new StartRefused("PostgreSQL did not start in " + folder.path() + ": " + e.getMessage() + ".", e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** See {@link OwnPostgres#freePort}. */
    static int freePort() throws IOException {
        return OwnPostgres.freePort();
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
