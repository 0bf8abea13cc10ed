package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.concordat.standalone.copy.Progress;
import org.concordat.standalone.copy.WholeCopy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a running embedded installation, while people act, programs are killed and disks are full. */
@Tag("heavy")
class CopyUnderLoadTest {

    private static final String ROOTS = "select count(*) || ' ' || encode(sha256(string_agg(leaf, ''::bytea order by index)), 'hex') from ledger where index <= ";

    @TempDir private Path folder;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    @Test @EnabledOnOs({OS.LINUX, OS.MAC}) void every_copy_is_whole_or_refused_and_holds_what_was_acknowledged_before_it_began() throws Exception {
        Child server = Child.start(folder, "server", "--concordat.demo=true").ready();
        Partnership hub = Partnership.established(server.client(), "copied");
        // So large that a program can be stopped while it is copied.
        TestDatabase database = Landed.database(folder.resolve("data"));
        try (var connection = database.unlimited(); var statement = connection.createStatement()) {
            statement.execute("insert into directory select 'somebody-' || n, 'Somebody ' || n from generate_series(1, 2000000) n");
        }
        Thread load = Thread.ofVirtual().start(() -> act(hub));
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > 20);
            killed();
            full();
            List<String> before = List.copyOf(acknowledged);
            assertThat(says("backup", 0, "backup", folder.resolve("copy").toString(), "--with-key")).contains("Copied to");
            String drill = says("drill", 0, "drill");
            assertThat(drill).contains("The drill succeeded: a copy in ");
            System.out.println("COPY\n" + drill);
            assertThat(acknowledged).hasSizeGreaterThan(before.size());
            over = true;
            load.join();
            restored(database, before);
        } finally {
            over = true;
            load.join();
            server.stop();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()).filter(name -> name.contains("drill-"))).isEmpty();
        }
    }

    private void act(Partnership hub) {
        for (int n = 0; !over; n++) {
            String board = "board-copied.b" + n;
            hub.here("registerBoard", "board: \"" + board + "\", name: \"Board " + n + "\"");
            acknowledged.add(board);
        }
    }

    private void killed() throws Exception {
        Child backup = Child.start(folder, "killed", "backup", folder.resolve("killed-copy").toString());
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).until(() -> unfinished().isPresent());
        backup.kill();
        assertThat(folder.resolve("killed-copy")).doesNotExist();
        assertThat(says("restore-killed", 1, "restore", unfinished().orElseThrow().toString(), "--concordat.data=" + folder.resolve("none")))
                .contains("not whole");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private java.util.Optional<Path> unfinished() throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().contains("killed-copy.unfinished-")).findAny();
        }
    }

    /** A process that may write no file beyond some size meets the same failure as on a full disk. */
    private void full() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        Path log = folder.resolve("full.out");
        Process backup = new ProcessBuilder("bash", "-c", "ulimit -f 2000; exec \"$@\"", "bash", java, "-XX:-UsePerfData", "-cp",
                System.getProperty("java.class.path"), Concordat.class.getName(), "backup", folder.resolve("full-copy").toString(),
                "--concordat.data=" + folder.resolve("data")).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(backup.waitFor()).as(Files.readString(log)).isEqualTo(1);
        assertThat(Files.readString(log)).contains("could not be written").contains("Nothing is left there").doesNotContain("Exception");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString()).filter(name -> name.startsWith("full-copy"))).isEmpty();
        }
    }

    private void restored(TestDatabase source, List<String> before) throws Exception {
        Path way = Files.createDirectory(folder.resolve("back"));
        Path checkpoint = Files.writeString(folder.resolve("checkpoint"), source.one("select note from checkpoint where size <= "
                + WholeCopy.in(folder.resolve("copy"), new Progress(System.out)).entries() + " order by size desc limit 1"));
        Child restore = Child.start(way, "restore", "restore", folder.resolve("copy").toString(), "--checkpoint", checkpoint.toString());
        assertThat(restore.endsWith()).as(restore.said()).isZero();
        assertThat(restore.said()).contains("and so does the checkpoint over ");
        Child again = Child.start(way, "again").ready();
        try {
            TestDatabase there = Landed.database(way.resolve("data"));
            String entries = there.one("select max(index) from ledger");
            assertThat(there.one(ROOTS + entries)).isEqualTo(source.one(ROOTS + entries));
            String boards = again.client().ask("programme", "{ partnership(id: \"partnership-copied\") { boards { id } } }").toString();
            assertThat(before).allMatch(board -> boards.contains("\"" + board + "\""));
            new Partnership(again.client(), "copied").here("registerBoard", "board: \"board-copied.goes-on\", name: \"Goes on\"");
        } finally {
            again.stop();
        }
    }

    private String says(String name, int code, String... words) throws Exception {
        Child program = Child.start(folder, name, words);
        assertThat(program.endsWith()).as(program.said()).isEqualTo(code);
        assertThat(program.said()).doesNotContain("Exception");
        return program.said();
    }
}
