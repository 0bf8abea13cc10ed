package org.concordat.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh, migrated database in the one PostgreSQL of the test run. */
public record TestDatabase(String url) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setPort(Database.freePort())
                        .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static TestDatabase empty() {
        String name = "test" + COUNT.incrementAndGet();
        new TestDatabase(address("postgres")).execute("create database " + name);
        return new TestDatabase(address(name));
    }

    /** The same files under another name: nobody may be connected. */
    TestDatabase copy() {
        String name = "test" + COUNT.incrementAndGet();
        new TestDatabase(address("postgres")).execute("create database " + name + " template "
                + url.replaceAll(".*/|[?].*", "") + " strategy file_copy");
        return new TestDatabase(address(name));
    }

    public static TestDatabase migrated() {
        TestDatabase database = empty();
        Flyway.configure().dataSource(database.source()).locations("classpath:db/migration/store", "classpath:db/migration/tokens")
                .load().migrate();
        return database;
    }

    private static String address(String name) {
        return "jdbc:postgresql://127.0.0.1:" + Server.POSTGRES.getPort() + "/" + name + "?user=postgres";
    }

    public PGSimpleDataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(Sessions.url(url));
        return source;
    }

    /** Without the limits every session of ours has. */
    Connection unlimited() throws SQLException {
        return java.sql.DriverManager.getConnection(url);
    }

    public void execute(String sql) {
        try (Connection connection = source().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What one row says. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    public <T> List<T> all(String query, Row<T> row) {
        try (Connection connection = source().getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) all.add(row.of(rows));
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String one(String query) {
        try (Connection connection = source().getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
