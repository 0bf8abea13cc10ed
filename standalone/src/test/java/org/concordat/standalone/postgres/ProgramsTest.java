package org.concordat.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.standalone.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is run as us is what the jar brought, whoever put something in its place before. */
class ProgramsTest {

    private static final Path KNOWN = Path.of("src/main/resources/org/concordat/standalone/postgres/programs.sha256");
    private static final List<String> ARCHIVES =
            List.of("postgres-linux-x86_64.txz", "postgres-linux-arm_64.txz", "postgres-darwin-arm_64.txz");

    @TempDir private Path folder;

    @Test void each_archive_unpacks_to_what_is_known_of_it() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (String archive : ARCHIVES) {
            try (InputStream in = Programs.class.getResourceAsStream("/" + archive)) {
                found.put(archive, Tree.unpacked(in, folder.resolve(archive)).hash());
            }
        }
        if (Boolean.getBoolean("approve")) {
            Files.writeString(KNOWN, String.join("\n", found.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList()) + "\n");
        }
        assertThat(found).as("run with -Dapprove=true once after another PostgreSQL was chosen")
                .isEqualTo(new TreeMap<>(Boolean.getBoolean("approve") ? found : Programs.known()));
    }

    @Test void a_script_put_there_beforehand_is_not_run() throws Exception {
        Path ran = folder.resolve("ran");
        Path bin = Files.createDirectories(folder.resolve("programs/bin"));
        for (String program : List.of("initdb", "postgres", "pg_ctl")) {
            Path script = Files.writeString(bin.resolve(program), "#!/bin/sh\ntouch " + ran + "\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Programs.in(folder).finish("postgres", List.of("--version"), Path.of("/dev/null"));
        assertThat(ran).doesNotExist();
    }

    @Test void one_program_changed_since_is_put_right() throws Exception {
        Path postgres = Programs.in(folder).home().resolve("bin/postgres");
        byte[] ours = Files.readAllBytes(postgres);
        Files.write(postgres, new byte[] {'#', '!'});
        Files.writeString(folder.resolve("programs/lib/more.so"), "x");
        Programs.in(folder);
        assertThat(postgres).hasBinaryContent(ours);
        assertThat(folder.resolve("programs/lib/more.so")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("programs")))).isEqualTo("rwx------");
        assertThat(folder.resolve("programs.new")).doesNotExist();
    }

    @Test void a_link_in_its_place_is_refused() throws Exception {
        Files.createSymbolicLink(folder.resolve("programs"), Files.createDirectory(folder.resolve("elsewhere")));
        assertThatThrownBy(() -> Programs.in(folder)).isInstanceOf(StartRefused.class).hasMessageContaining("is not a folder");
    }

    @Test void another_account_s_folder_is_refused() throws Exception {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        assumeThat(System.getProperty("user.name")).as("NOT RUN: a folder of another account's (needs root)").isEqualTo("root");
        Files.setAttribute(programs, "unix:uid", 12345);
        assertThatThrownBy(() -> Programs.in(folder)).isInstanceOf(StartRefused.class).hasMessageContaining("belongs to another account");
    }
}
