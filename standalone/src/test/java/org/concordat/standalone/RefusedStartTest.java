package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.concordat.wiring.Migrations;
import org.concordat.wiring.StartRefusal;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;

/** What would do other than it was asked, or goes on from data it does not know, ends in a sentence and leaves nothing behind. */
class RefusedStartTest {

    @TempDir private Path folder;

    @Test void an_unknown_option_ends_the_start_before_anything_is_made() throws Exception {
        Child child = Child.start(folder, "unknown", "--concordat.founderz=4f1c", "--concordat.issuer=https://id.example");
        assertThat(child.endsWith()).isEqualTo(1);
        assertThat(child.said()).contains("Concordat does not know the option --concordat.founderz: did you mean --concordat.founders?")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test void a_word_that_is_no_command_ends_the_start() {
        assertThatThrownBy(() -> SpringApplication.run(Concordat.class, "serve", "--concordat.data=" + folder.resolve("data")))
                .isInstanceOf(StartRefusal.class).hasMessageContaining("does not know the command serve");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "insert into flyway_schema_history select max(installed_rank) + 1, '9000', 'of tomorrow', 'SQL', 'V9000__of_tomorrow.sql', 7, 'x', now(), 1,"
            + " true from flyway_schema_history | written by a newer Concordat, or by another program: this version does not know migration 9000",
        "insert into flyway_schema_history select max(installed_rank) + 1, '1.5', 'of another', 'SQL', 'V1_5__of_another.sql', 7, 'x', now(), 1,"
            + " true from flyway_schema_history | written by a newer Concordat, or by another program: this version does not know migration 1.5",
        "update flyway_schema_history set checksum = 7 where version = '1' | written by another build of Concordat: its migration 1",
        "update flyway_schema_history set success = false where version = '3' | left half changed: migration 3"})
    void data_that_this_version_does_not_know(String change, String said) {
        TestDatabase database = TestDatabase.migrated();
        database.execute(change);
        List<String> before = history(database);
        assertThatThrownBy(() -> SpringApplication.run(Concordat.class, "--concordat.demo=true", "--server.port=0",
                "--concordat.database.url=" + database.url())).isInstanceOf(StartRefusal.class).hasMessageContaining(said);
        assertThat(history(database)).as("nothing was written").isEqualTo(before);
        assertThat(database.one("select count(*) from deployment")).isEqualTo("0");
    }

    /** The same as both services over Axon Server do. */
    @Test void a_service_that_finds_data_of_a_newer_version() {
        TestDatabase database = TestDatabase.empty();
        Flyway ledger = Flyway.configure().dataSource(database.source()).outOfOrder(true)
                .locations("classpath:db/migration/tokens", "classpath:db/migration/ledger").load();
        Migrations.apply(ledger);
        Migrations.apply(ledger);
        database.execute("insert into flyway_schema_history select 999, '9000', 'of tomorrow', 'SQL', 'x', 7, 'x', now(), 1, true");
        assertThatThrownBy(() -> Migrations.apply(ledger)).isInstanceOf(StartRefusal.class).hasMessageContaining("does not know migration 9000");
    }

    private static List<String> history(TestDatabase database) {
        return database.all("select installed_rank || ' ' || version || ' ' || checksum || ' ' || success from flyway_schema_history"
                + " order by installed_rank", row -> row.getString(1));
    }
}
