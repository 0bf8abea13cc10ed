package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs as an operator gives them, on a stopped installation. */
class CopyProgramsTest {

    @TempDir private Path folder;

    @Test void a_stopped_installation_is_copied_and_goes_on_from_its_copy() throws Exception {
        Landed landed = Landed.unpacked(folder.resolve("data"));
        Path copy = folder.resolve("copy");
        assertThat(says("backup", 0, "backup", copy.toString(), "--with-key")).contains("Copied to " + copy).contains(landed.said("root"));
        assertThat(says("again", 1, "backup", copy.toString())).contains("not an empty folder");
        assertThat(says("over", 1, "restore", copy.toString())).contains(folder.resolve("data") + " exists and is not an empty folder");
        assertThat(says("unknown", 1, "restore", copy.toString(), "--with-key")).contains("does not know --with-key").contains("Usage:");

        Path way = Files.createDirectory(folder.resolve("back"));
        Child restore = Child.start(way, "restore", "restore", copy.toString());
        assertThat(restore.endsWith()).as(restore.said()).isZero();
        assertThat(restore.said()).contains("Proven: 182 entries give the root " + landed.said("root")).contains("The key that signs is in");
        DemoServer restored = DemoServer.again(way.resolve("data"));
        try {
            LandedTest.answersAsBefore(restored.client());
            LandedTest.goesOn(restored.client());
        } finally {
            restored.stop();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(path -> path.toString().contains("unfinished"))).isEmpty();
        }
    }

    private String says(String name, int code, String... words) throws Exception {
        Child program = Child.start(folder, name, words);
        assertThat(program.endsWith()).as(program.said()).isEqualTo(code);
        assertThat(program.said()).doesNotContain("Exception");
        return program.said();
    }
}
