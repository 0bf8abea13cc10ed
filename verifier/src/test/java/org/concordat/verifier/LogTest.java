package org.concordat.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.proof.Note;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTest {

    @TempDir Path folder;
    private SmallLog log;

    @BeforeEach void write() throws IOException {
        log = SmallLog.of(600);
        log.write(folder);
    }

    private Said judge(Object... held) {
        return held.length == 0 ? Said.by("log", folder, "--key", SmallLog.LOG) : Said.by("log", folder, "--key", SmallLog.LOG, "--held", held[0]);
    }

    private Path held(Note note) throws IOException {
        return Files.writeString(folder.resolve("held"), note.toString());
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    @ParameterizedTest @ValueSource(ints = {1, 2, 255, 256, 257, 512, 600}) void holds_whatever_its_size(int size) throws IOException {
        Path small = folder.resolve("small");
        SmallLog.of(size).write(small);
        assertThat(Said.by("log", small, "--key", SmallLog.LOG).holds().out()).contains("Each of the " + size + " entries");
    }

    @ParameterizedTest @ValueSource(ints = {2, 3, 255, 256, 257, 300, 512, 599, 600}) void continues_what_is_held(int size) throws IOException {
        assertThat(judge(held(log.signed(size))).holds().out()).contains("is the head of this log's first entries");
        SmallLog other = SmallLog.of(size - 1);
        other.add("decision.PositionRecorded", "decision-mash.other", "{}");
        judge(held(other.signed(size))).fails("REWRITTEN since you took it, or a FORK");
    }

    @Test void a_tail_cut_off() throws IOException {
        judge(held(SmallLog.of(601).signed(601))).fails("the end of the log was cut off");
    }

    @Test void another_log() throws IOException {
        Files.writeString(folder.resolve("checkpoint"), SmallLog.of(599).signed(600 - 1).toString().replace("\n599\n", "\n600\n"));
        judge().fails("the checkpoint says").fails("is signed by none of the log's keys");
    }

    @Test void a_changed_entry_and_a_changed_tile() throws IOException {
        flip(SmallLog.path(folder, "tile/entries", 1, 256), 400);
        judge().fails("Entry 258 is not the one that the tree was made over");
        write();
        flip(SmallLog.path(folder, "tile/0", 0, 256), 40);
        judge().fails("Entry 2 is not the one that the tree was made over");
        write();
        flip(SmallLog.path(folder, "tile/1", 0, 2), 40);
        judge().fails("Tile 1/0 does not follow from the tiles below it");
    }

    @Test void two_swapped_with_their_tiles() throws IOException {
        SmallLog swapped = SmallLog.of(600);
        swapped.entries.set(3, swapped.entries.set(4, swapped.entries.get(3)));
        swapped.write(folder);
        judge().fails("Entry 4 says that it is entry 5: it was moved").fails("Entry 5 is version 4 of decision-mash.vision; version 3 was to follow");
    }

    @Test void files_missing_or_of_wrong_length() throws IOException {
        Path bundle = SmallLog.path(folder, "tile/entries", 1, 256);
        Files.write(bundle, java.util.Arrays.copyOf(Files.readAllBytes(bundle), 2 + log.entries.get(256).envelope().length));
        judge().cannotBeJudged("Tile 1 holds 1 entries, not 256");
        Files.write(bundle, new byte[] {1});
        judge().cannotBeJudged("end in the middle of one");
        Files.delete(bundle);
        judge().cannotBeJudged("is not there");
        write();
        Files.write(SmallLog.path(folder, "tile/0", 0, 256), new byte[100_000]);
        judge().cannotBeJudged("is longer than");
        Files.write(folder.resolve("checkpoint"), "mash.example/log\n999999999999999999\nAAAA\n\n".getBytes(UTF_8));
        judge().cannotBeJudged("cannot be read");
        Said.by("log", folder.resolve("nowhere")).cannotBeJudged("is no folder");
    }
}
