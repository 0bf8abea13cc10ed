package org.concordat.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.concordat.standalone.copy.Schema;
import org.concordat.standalone.postgres.Gate;
import org.concordat.standalone.postgres.Outage;
import org.concordat.standalone.postgres.OutageFilter;
import org.concordat.wiring.Migrations;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
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
            closeLast(context, database, OutageFilter.during(database.outage()));
            context.getBeanFactory().addBeanPostProcessor(new Gated(database.outage()));
            context.addApplicationListener((ApplicationListener<ContextClosedEvent>) _ -> database.outage().leave());
        } catch (SQLException e) {
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
        Migrations.apply(Schema.all(source));
        try (Connection connection = source.getConnection()) {
            return DemoChoice.made(connection, asked);
        }
    }

    /** Beans are destroyed in reverse order, so what is registered before all of them goes after all of them. */
    private static void closeLast(ConfigurableApplicationContext context, Database database, AutoCloseable filter) {
        if (context.getBeanFactory() instanceof DefaultListableBeanFactory beans) {
            beans.registerSingleton("concordatDatabase", database);
            beans.registerDisposableBean("concordatDatabase", () -> {
                database.close();
                filter.close();
            });
        }
    }

    /** Whoever wants a connection of the pool passes the outage's gate. */
    private record Gated(Outage outage) implements BeanPostProcessor {
        @Override public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource pool && !(bean instanceof Gate) ? new Gate(pool, outage) : bean;
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
