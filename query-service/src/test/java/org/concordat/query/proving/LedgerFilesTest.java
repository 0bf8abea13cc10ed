package org.concordat.query.proving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Frontier;
import org.concordat.proof.Merkle;
import org.concordat.proof.Note;
import org.concordat.proof.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFilesTest {

    @TempDir private Path folder;

    private final Record record = new Record();

    private void write() {
        new LedgerFiles(folder, record.parts.proofs(), record.alarms).write(record.parts.checkpoints().current().orElseThrow());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    @Test void holds_what_its_checkpoint_needs_and_grows_with_it() throws IOException {
        write();
        assertThat(files()).containsExactly("checkpoint", "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/000",
                "tile/entries/001.p/44");
        Frontier tree = new Frontier();
        for (String tile : List.of("tile/0/000", "tile/0/001.p/44")) {
            byte[] hashes = Files.readAllBytes(folder.resolve(tile));
            for (int i = 0; i < hashes.length; i += 32) tree.add(Sha256.of(Arrays.copyOfRange(hashes, i, i + 32)));
        }
        Note note = Note.parse(Files.readString(folder.resolve("checkpoint")));
        assertThat(Checkpoint.parse(note.text())).isEqualTo(new Checkpoint(Record.ORIGIN, 300, tree.root()));
        record.rig.feed(record.event(301, Record.board(301, "Board")));
        write();
        assertThat(files()).contains("tile/0/001.p/45", "tile/entries/001.p/45");
    }

    @Test void a_folder_that_the_record_contradicts_is_left_alone_and_is_an_alarm() throws IOException {
        String held = record.keys.sign(new Checkpoint(Record.ORIGIN, 200, Merkle.EMPTY).text()).toString();
        Files.writeString(folder.resolve("checkpoint"), held);
        write();
        assertThat(files()).containsExactly("checkpoint");
        assertThat(Files.readString(folder.resolve("checkpoint"))).isEqualTo(held);
        assertThat(record.alarms.standing()).singleElement().asString().contains("over 200 entries").contains("is not of this record");
    }

    @Test void a_tile_has_one_name() {
        for (String path : List.of("0/000", "63/x001/x234/067", "entries/999.p/255", "1/x999/000.p/1")) {
            assertThat(TilePath.parse(path).orElseThrow()).hasToString(path);
        }
        assertThat(new TilePath(false, 0, 1_234_067, 256)).hasToString("0/x001/x234/067");
        for (String path : List.of("", "0", "0/0", "0/x000/001", "0/000.p/256", "0/000.p/0", "0/000.p/01", "64/000", "00/000", "0/000/",
                "entries/x/000", "0/-01")) {
            assertThat(TilePath.parse(path)).as(path).isEmpty();
        }
    }

    /** The example of C2SP tlog-tiles: 70,000 entries. */
    @Test void a_tree_of_seventy_thousand_has_the_tiles_of_the_specification() {
        List<String> tiles = Bundles.grown(0, 70_000).filter(tile -> !tile.entries()).map(TilePath::toString).toList();
        assertThat(tiles).hasSize(273 + 1 + 1 + 1 + 1).contains("0/272", "0/273.p/112", "1/000", "1/001.p/17", "2/000.p/1");
        assertThat(new TilePath(false, 2, 0, 1).within(70_000)).isTrue();
        assertThat(new TilePath(false, 2, 0, 2).within(70_000)).isFalse();
        assertThat(Bundles.grown(0, 256).filter(tile -> !tile.entries()).map(TilePath::toString)).containsExactly("0/000", "1/000.p/1");
    }
}
