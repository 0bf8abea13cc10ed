package org.concordat.query;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** One PostgreSQL for the module's tests and a fresh, migrated database for each who asks. Not durable: tests only. */
public final class EmbeddedDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final class Shared {
        static final EmbeddedPostgres SERVER = start();
    }

    private EmbeddedDatabase() {}

    public static DataSource fresh() {
        String name = "db" + COUNT.incrementAndGet();
        new JdbcTemplate(Shared.SERVER.getPostgresDatabase()).execute("create database " + name);
        DataSource database = Shared.SERVER.getDatabase("postgres", name);
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("full_page_writes",
                    "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
