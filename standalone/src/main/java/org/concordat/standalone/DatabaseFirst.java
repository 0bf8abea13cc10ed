package org.concordat.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Before any bean is made: the database runs, is durable and up to date, and it is known whether this is a demo. */
public final class DatabaseFirst implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Database database = Database.of(environment);
        try {
            boolean demo = prepare(database, environment.getProperty("concordat.demo", Boolean.class));
            environment.getPropertySources().addFirst(new MapPropertySource("concordat database", settings(database, demo)));
            closeLast(context, database);
        } catch (SQLException | FlywayException e) {
            close(database);
            throw new StartRefused("The database cannot be used: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close(database);
            throw e;
        }
    }

    private static Map<String, Object> settings(Database database, boolean demo) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "spring.datasource.url", Sessions.url(database.url()),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password(),
                "spring.flyway.enabled", "false",
                "concordat.demo", Boolean.toString(demo)));
        if (demo) settings.put("concordat.founders", "programme");
        return settings;
    }

    private static boolean prepare(Database database, @Nullable Boolean asked)
            throws SQLException {
        PGSimpleDataSource source = database.source(database.url());
        try (Connection connection = source.getConnection()) {
            Durability.demand(connection);
        }
        Flyway.configure().dataSource(source).outOfOrder(true)
                .locations("classpath:db/migration/store", "classpath:db/migration/tokens", "classpath:db/migration/ledger",
                        "classpath:db/migration/command").load().migrate();
        try (Connection connection = source.getConnection()) {
            return DemoChoice.made(connection, asked);
        }
    }

    /** Beans are destroyed in reverse order, so what is registered before all of them goes after all of them. */
    private static void closeLast(ConfigurableApplicationContext context, Database database) {
        if (context.getBeanFactory() instanceof DefaultListableBeanFactory beans) {
            beans.registerSingleton("concordatDatabase", database);
            beans.registerDisposableBean("concordatDatabase", database::close);
        }
    }

    private static void close(Database database) {
        try {
            database.close();
        } catch (Exception e) {
            throw new IllegalStateException("The database did not stop", e);
        }
    }
}
