package org.concordat.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.concordat.standalone.StartRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What may have become of the files since: each is named, mended or gone around, and nothing is left running. */
class FolderTest {

    @TempDir private Path data;

    private void runs() throws Exception {
        try (OwnPostgres postgres = OwnPostgres.start(data, false, new Outage())) {
            var source = new PGSimpleDataSource();
            source.setUrl(postgres.url());
            source.setUser(postgres.user());
            assertThatThrownBy(source::getConnection).isInstanceOf(SQLException.class);
            source.setPassword(postgres.password());
            source.getConnection().close();
            assertThat(rights("postgres.password")).isEqualTo("rw-------");
            assertThat(rights("postgres")).isEqualTo("rwx------");
        }
    }

    private String rights(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name)));
    }

    private Path password() {
        return data.resolve("postgres.password");
    }

    @AfterEach void nothing_is_left_running() {
        assertThat(ProcessHandle.allProcesses().filter(p -> p.info().commandLine().orElse("").contains(data.toString()))).isEmpty();
    }

    @Test void a_lost_password_is_named_and_a_new_one_can_be_had() throws Exception {
        runs();
        String first = Files.readString(password());
        Files.delete(password());
        refused("is missing").hasMessageContaining("put it back from a copy").hasMessageContaining("write the one word new into it");
        Files.writeString(password(), "\n");
        refused("is empty");
        Files.writeString(password(), "another");
        refused("does not hold the password");
        Files.writeString(password(), "new\n");
        runs();
        assertThat(Files.readString(password())).hasSize(48).isNotEqualTo(first);
        assertThat(data.resolve("postgres.command")).doesNotExist();
        runs();
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(String what) {
        var refused = assertThatThrownBy(this::runs).isInstanceOf(StartRefused.class).hasMessageContaining(what);
        nothing_is_left_running();
        return refused;
    }

    @Test void a_folder_or_a_link_in_the_password_s_place_is_refused() throws Exception {
        runs();
        Files.move(password(), data.resolve("kept"));
        Files.createSymbolicLink(password(), data.resolve("kept"));
        refused("is not a file");
    }

    @Test void another_account_s_password_is_refused() throws Exception {
        runs();
        assumeThat(System.getProperty("user.name")).as("NOT RUN: a file of another account's (needs root)").isEqualTo("root");
        Files.setAttribute(password(), "unix:uid", 12345);
        refused("belongs to another account");
    }

    /** So initdb left it in versions before, until the first start was through. */
    @Test void a_folder_that_lets_everybody_in_is_closed() throws Exception {
        runs();
        Files.delete(password());
        Files.writeString(data.resolve("postgres/pg_hba.conf"), "local all all trust\nhost all all 127.0.0.1/32 trust\n");
        runs();
        assertThat(Files.readString(data.resolve("postgres/pg_hba.conf"))).doesNotContain("trust");
    }

    @ParameterizedTest @ValueSource(strings = {"", "no number", "1\n", "1\n/elsewhere\nnever\n"})
    void a_cut_off_file_of_the_process_before_is_no_hindrance(String left) throws Exception {
        runs();
        Files.writeString(data.resolve("postgres/postmaster.pid"), left);
        runs();
    }

    @Test void what_a_killed_first_start_left_is_made_anew() throws Exception {
        Files.createDirectories(data.resolve("postgres.new/base"));
        Files.writeString(data.resolve("postgres.password.new"), "x");
        Files.writeString(password(), "of a folder that was never moved to its place");
        Files.createDirectories(data.resolve("programs.new/bin"));
        runs();
        assertThat(data.resolve("postgres.new")).doesNotExist();
        assertThat(data.resolve("postgres.password.new")).doesNotExist();
    }

    @Test void initdb_never_trusts() throws Exception {
        var cluster = new Cluster(data, Programs.in(data));
        cluster.make(Password.in(data));
        assertThat(Files.readString(data.resolve("postgres/pg_hba.conf")).lines().filter(line -> !line.startsWith("#")))
                .noneMatch(line -> line.contains("trust")).anyMatch(line -> line.contains("scram-sha-256"));
    }

    @Test void a_file_in_the_way_of_initdb_is_said_in_a_sentence() throws Exception {
        Files.writeString(data.resolve("programs"), "");
        assertThatThrownBy(this::runs).isInstanceOf(StartRefused.class).hasMessageContaining("is not a folder");
    }
}
