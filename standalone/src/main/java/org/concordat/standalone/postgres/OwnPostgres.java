package org.concordat.standalone.postgres;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.concordat.standalone.StartRefused;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded PostgreSQL while it runs: on the same port and data until it is closed, however often it has to be started again. */
public final class OwnPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnPostgres.class);
    private static final int PORTS = 5;
    private static final String USER = "postgres";
    /** Frozen for that long, it is ended and started again. */
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

    private final Supervisor supervisor;
    private final Watch watch;
    private final String url;
    private final String password;

    private OwnPostgres(Supervisor supervisor, Watch watch, String url, String password) {
        this.supervisor = supervisor;
        this.watch = watch;
        this.url = url;
        this.password = password;
    }

    /** Durable on purpose, and open to who knows the password alone. */
    public static OwnPostgres start(Path data, boolean purging, Outage outage) throws IOException {
        try {
            var cluster = new Cluster(data, Programs.in(data));
            String password = cluster.ready();
            for (int tried = 1; ; tried++) {
                int port = freePort();
                try {
                    return on(port, cluster, password, purging, outage);
                } catch (IOException e) {
                    // Somebody took it since it was looked for.
                    if (tried == PORTS || !String.valueOf(e.getMessage()).contains("TCP/IP sockets")) throw e;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        }
    }

    private static OwnPostgres on(int port, Cluster cluster, String password, boolean purging, Outage outage)
            throws IOException, InterruptedException {
        Map<String, String> more = Map.of("wal_recycle", purging ? "off" : "on");
        var supervisor = new Supervisor(() -> {
            Orphan.end(cluster.folder());
            return Server.start(cluster.programs(), cluster.folder(), port, more, outage);
        }, outage, Supervisor.Patience.USUAL, why -> giveUp(cluster.folder(), why));
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try {
            admitted(source(url, password), cluster.data());
        } catch (StartRefused | IOException e) {
            supervisor.close();
            throw e;
        }
        return new OwnPostgres(supervisor, new Watch(source(url, password), outage, SILENCE, supervisor::kill), url, password);
    }

    private static void admitted(PGSimpleDataSource source, Path data) throws IOException {
        try (Connection connection = source.getConnection()) {
            if (!connection.isValid(5)) throw new IOException("it does not answer");
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) throw Password.in(data).refused("does not hold the password");
            throw new IOException(e.getMessage(), e);
        }
    }

    private static PGSimpleDataSource source(String url, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url + "?loginTimeout=5&socketTimeout=5&connectTimeout=5&logServerErrorDetail=false");
        source.setUser(USER);
        source.setPassword(password);
        return source;
    }

    /** Whoever looks after Concordat starts it again, or reads the sentence; half alive it would help nobody. */
    private static void giveUp(Path folder, String why) {
        LOG.error("PostgreSQL in {} was started five times within ten minutes and did not stay ({}). Concordat ends: mend that, then"
                + " start it again; what was acknowledged is in the folder.", folder, why);
        Thread.ofPlatform().name("exit").daemon().start(() -> System.exit(1));
        Thread.ofPlatform().name("halt").daemon().start(() -> {
            try {
                Thread.sleep(ENDS_WITHIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(1);
        });
    }

    public String url() {
        return url;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    @Override public void close() throws InterruptedException {
        watch.close();
        supervisor.close();
    }

    /** Not one of those that systems give to outgoing connections: those may be in use before somebody listens. */
    public static int freePort() throws IOException {
        for (int tried = 0; tried < 100; tried++) {
            try (var socket = new ServerSocket(ThreadLocalRandom.current().nextInt(10_000, 32_768), 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // The next, then.
            }
        }
        throw new IOException("no port between 10000 and 32767 is free");
    }
}
