package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class StartTest {

    @TempDir private Path folder;

    @Test void fsync_off_is_refused() throws Exception {
        // The library's defaults are those of a test database.
        try (var careless = EmbeddedPostgres.start();
                Connection connection = careless.getPostgresDatabase().getConnection()) {
            assertThatThrownBy(() -> Durability.demand(connection)).isInstanceOf(StartRefused.class)
                    .hasMessageContaining("fsync=off");
        }
    }

    @Test void a_commit_that_is_not_waited_for_is_refused() throws Exception {
        try (Connection connection = TestDatabase.empty().source().getConnection()) {
            Durability.demand(connection);
            connection.createStatement().execute("set synchronous_commit = off");
            assertThatThrownBy(() -> Durability.demand(connection)).isInstanceOf(StartRefused.class)
                    .hasMessageContaining("synchronous_commit=off");
        }
    }

    @Test void another_major_version_is_refused() throws Exception {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "15\n");
        assertThatThrownBy(() -> Database.own(folder, false)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("PostgreSQL 15").hasMessageContaining("PostgreSQL 18");
    }

    @Test void a_folder_that_was_left_half_made_is_refused() throws Exception {
        Files.createDirectories(folder.resolve("postgres/base"));
        assertThatThrownBy(() -> Database.own(folder, false)).isInstanceOf(StartRefused.class).hasMessageContaining("half made");
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "");
        assertThatThrownBy(() -> Database.own(folder, false)).isInstanceOf(StartRefused.class).hasMessageContaining("half made");
    }

    @Test void a_folder_open_to_others_is_closed() throws Exception {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        DataFolder.take(open).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open))).isEqualTo("rwx------");
        DataFolder.take(folder.resolve("made")).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("made")))).isEqualTo("rwx------");
    }

    @Test void a_folder_that_cannot_be_used_is_named() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.take(file)).isInstanceOf(StartRefused.class).hasMessageContaining("is not a folder");
        assertThatThrownBy(() -> DataFolder.take(file.resolve("below"))).isInstanceOf(StartRefused.class).hasMessageContaining("is not a folder");
    }

    @Test void a_folder_in_use_is_refused_until_it_is_left() {
        DataFolder first = DataFolder.take(folder);
        assertThatThrownBy(() -> DataFolder.take(folder)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("in use by another Concordat");
        first.close();
        DataFolder.take(folder).close();
    }

    /** As in a container whose first process collects nobody's children. */
    @Test @EnabledOnOs(OS.LINUX) void a_dead_postgresql_that_nobody_collected_is_no_hindrance() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.1 & echo $!; exec sleep 60").start();
        try (DataFolder taken = DataFolder.take(folder)) {
            String dead = parent.inputReader().readLine();
            Awaitility.await().until(() -> Files.readString(Path.of("/proc", dead, "status")).contains("zombie"));
            Path file = left(taken, dead, Instant.now());
            taken.stopOrphan();
            assertThat(file).doesNotExist();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test void a_process_that_has_the_number_by_now_is_left_alone() throws Exception {
        try (EmbeddedPostgres other = EmbeddedPostgres.start(); DataFolder taken = DataFolder.take(folder)) {
            var theirs = new TestDatabase(other.getJdbcUrl("postgres", "postgres"));
            String process = theirs.one("select split_part(pg_read_file('postmaster.pid'), chr(10), 1)");
            Path file = left(taken, process, Instant.now().minus(Duration.ofDays(1)));
            taken.stopOrphan();
            assertThat(theirs.one("select 1")).isEqualTo("1");
            assertThat(file).as("PostgreSQL would not start beside it").doesNotExist();
        }
    }

    /** As after a machine lost its power: it starts the same programs in the same order. */
    @Test void postgresql_starts_though_another_program_has_the_number_of_the_one_before() throws Exception {
        Database.own(folder, false).close();
        Process other = new ProcessBuilder("sleep", "100").start();
        try (DataFolder taken = DataFolder.take(folder)) {
            left(taken, Long.toString(other.pid()), Instant.now());
        }
        try (Database again = Database.own(folder, false)) {
            assertThat(again.url()).startsWith("jdbc:postgresql:");
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    private static Path left(DataFolder taken, String process, Instant began) throws Exception {
        Path file = Files.createDirectories(taken.postgres()).resolve("postmaster.pid");
        return Files.writeString(file, process + "\n" + taken.postgres() + "\n" + began.getEpochSecond() + "\n");
    }

    @Test void demo_or_real_is_chosen_once() throws Exception {
        assertThat(chosen(TestDatabase.migrated(), true)).isTrue();
        assertThat(chosen(TestDatabase.migrated(), false)).isFalse();
        TestDatabase demo = TestDatabase.migrated();
        chosen(demo, true);
        assertThat(chosen(demo, null)).isTrue();
        assertThatThrownBy(() -> chosen(demo, false)).isInstanceOf(StartRefused.class).hasMessageContaining("is a demo");
        TestDatabase real = TestDatabase.migrated();
        assertThat(chosen(real, null)).isFalse();
        assertThatThrownBy(() -> chosen(real, true)).isInstanceOf(StartRefused.class).hasMessageContaining("is real");
    }

    @Test void a_store_with_events_but_no_choice_is_real() throws Exception {
        TestDatabase old = TestDatabase.migrated();
        old.execute("insert into event values (1, 'e', null, 'a', 0, 't', null, now(), '', '')");
        assertThatThrownBy(() -> chosen(old, true)).isInstanceOf(StartRefused.class);
        assertThat(chosen(old, null)).isFalse();
    }

    private static boolean chosen(TestDatabase database, Boolean asked) throws Exception {
        try (Connection connection = database.source().getConnection()) {
            return DemoChoice.made(connection, asked);
        }
    }

    @Test void what_would_lose_data_is_not_started() {
        var transactions = new SpringTransactionManager(
                new DataSourceTransactionManager(new com.zaxxer.hikari.HikariDataSource()));
        var stock = new InMemoryEventStorageEngine();
        var store = EmbeddedEventStore.builder().storageEngine(stock).build();
        assertThatThrownBy(new StartChecks(NoTransactionManager.instance(), new InMemoryTokenStore(), stock, store)
                ::afterSingletonsInstantiated).hasMessageContaining("without database transactions");
        assertThatThrownBy(new StartChecks(transactions, new InMemoryTokenStore(), stock, store)
                ::afterSingletonsInstantiated).hasMessageContaining("token store");
    }
}
