package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is away ends nothing; connections that never come back although it answers end the process. */
class StarvedTest {

    private static final int POOL = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final String ENTRY = "{ node(id: \"entry-partnership-mash@1\") { id } }";

    @TempDir private Path folder;

    @Test void waits_for_a_database_that_is_away_and_ends_where_no_connection_comes_back() throws Exception {
        Postgres postgres = new Postgres(folder);
        TestDatabase database = postgres.created("concordat");
        Child child = Child.start(folder, "starved", "--concordat.demo=true",
                // Options of the address's own: without the limits that would free what is held below.
                "--concordat.database.url=" + database.url() + "&options=-c%20lock_timeout=0",
                "--concordat.database.patience=" + PATIENCE.toSeconds() + "s",
                "--spring.datasource.hikari.maximum-pool-size=" + POOL, "--spring.datasource.hikari.connection-timeout=1000").ready();
        try {
            Client client = child.client();
            assertThat(client.code("auditor", ENTRY)).contains("entry-partnership-mash@1");
            postgres.kill();
            Ordeal.lasts(PATIENCE.multipliedBy(2));
            assertThat(child.process().isAlive()).as(child.said()).isTrue();
            postgres.startAgain();
            await().atMost(Duration.ofSeconds(30)).until(() -> client.code("auditor", ENTRY).contains("entry-partnership-mash@1"));
            int said = child.said().length();
            noneComesBack(database, client, child);
            assertThat(child.endsWith()).isEqualTo(1);
            String last = child.said().substring(said);
            String end = "Concordat ends: none of its 4 database connections was given back for 4 s, although PostgreSQL answers";
            assertThat(last).contains(end);
            assertThat(last.substring(0, last.indexOf(end)).lines().count()).as(last).isLessThan(5);
        } finally {
            child.kill();
            postgres.stop();
        }
    }

    /** The table is locked by somebody else, and whoever reads it waits with a connection. */
    private static void noneComesBack(TestDatabase database, Client client, Child child) throws Exception {
        HttpRequest read = client.request("auditor", "/graphql").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Deployment.JSON.writeValueAsString(Map.of("query", ENTRY)))).build();
        try (Connection other = database.unlimited(); Statement statement = other.createStatement();
                HttpClient http = HttpClient.newHttpClient()) {
            other.setAutoCommit(false);
            statement.execute("lock table ledger in access exclusive mode");
            for (int asked = 0; asked < 3 * POOL; asked++) http.sendAsync(read, BodyHandlers.discarding());
            await().atMost(Duration.ofSeconds(50)).until(() -> !child.process().isAlive());
            http.shutdownNow();
        }
    }
}
