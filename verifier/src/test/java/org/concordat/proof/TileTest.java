package org.concordat.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    private static final List<Sha256> LEAVES = IntStream.range(0, Tile.WIDTH)
            .mapToObj(i -> Merkle.leaf(ByteBuffer.allocate(Integer.BYTES).putInt(i).array())).toList();

    @ParameterizedTest @ValueSource(ints = {0, 1, 2, 3, 7, 64, 200, 255, 256})
    void holds_the_hash_of_every_whole_subtree_and_no_other(int width) {
        Tile tile = new Tile(LEAVES.subList(0, width));
        Merkle.Nodes apart = Merkle.over(LEAVES);
        assertThat(tile.width()).isEqualTo(width);
        assertThat(tile.hashes(0, width)).isEqualTo(LEAVES.subList(0, width));
        for (int level = 0; level <= Tile.HEIGHT; level++) {
            for (int n = 0; n < width >> level; n++) assertThat(tile.at(level, n)).isEqualTo(apart.at(level, n));
            int above = level;
            assertThatIllegalArgumentException().isThrownBy(() -> tile.at(above, width >> above));
        }
        if (width == Tile.WIDTH) assertThat(tile.root()).isEqualTo(Merkle.root(width, apart));
        else assertThatIllegalArgumentException().isThrownBy(tile::root);
    }

    @Test void nothing_else_is_a_tile() {
        for (int bytes : new int[] {1, 31, 33, Tile.WIDTH * Sha256.BYTES + 1, (Tile.WIDTH + 1) * Sha256.BYTES}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Tile(new byte[bytes]));
        }
        Tile tile = new Tile(LEAVES.subList(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> tile.at(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> tile.at(Tile.HEIGHT + 1, 0));
    }

    @Test void a_hash_broken_off_leaves_nothing_behind() {
        Sha256 due = Sha256.over(new byte[] {2});
        assertThatNullPointerException().isThrownBy(() -> Sha256.over(new byte[] {1}, null));
        assertThat(Sha256.over(new byte[] {2})).isEqualTo(due);
    }
}
