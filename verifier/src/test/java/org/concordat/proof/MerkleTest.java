package org.concordat.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTest {

    /** The leaves and roots that Certificate Transparency's implementations test each other by. */
    private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    private static final int SIZES = 64;

    private final List<Sha256> leaves = IntStream.range(0, SIZES)
            .mapToObj(i -> Merkle.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8))).toList();

    @Test void the_roots_are_those_of_certificate_transparency() {
        List<Sha256> known = LEAVES.stream().map(hex -> Merkle.leaf(HexFormat.of().parseHex(hex))).toList();
        for (int size = 1; size <= known.size(); size++) {
            assertThat(Merkle.root(size, nodes(known)).hex()).isEqualTo(ROOTS.get(size - 1));
        }
        assertThat(Merkle.root(0, nodes(known)).hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test void a_frontier_has_the_root_of_the_tree_at_every_size() {
        Frontier frontier = new Frontier();
        assertThat(frontier.root()).isEqualTo(Merkle.EMPTY);
        for (int size = 1; size <= SIZES; size++) {
            frontier.add(leaves.get(size - 1));
            assertThat(frontier.root()).isEqualTo(root(size));
            assertThat(frontier.size()).isEqualTo(size);
        }
    }

    @Test void every_leaf_of_every_tree_is_proven_and_every_flipped_hash_is_noticed() {
        for (int size = 1; size <= SIZES; size++) {
            for (int leaf = 0; leaf < size; leaf++) {
                List<Sha256> proof = Merkle.inclusion(leaf, size, nodes(leaves));
                Sha256 hash = leaves.get(leaf);
                assertThat(Merkle.includes(hash, leaf, size, proof, root(size))).isTrue();
                assertThat(Merkle.includes(flipped(hash), leaf, size, proof, root(size))).isFalse();
                assertThat(Merkle.includes(hash, leaf, size, proof, flipped(root(size)))).isFalse();
                int at = leaf;
                int of = size;
                assertThat(spoilt(proof)).noneMatch(bad -> Merkle.includes(hash, at, of, bad, root(of)));
                assertThat(IntStream.range(0, size).filter(other -> other != at))
                        .noneMatch(other -> Merkle.includes(hash, other, of, proof, root(of)));
            }
        }
    }

    @Test void every_tree_is_the_beginning_of_every_larger_one_and_every_flipped_hash_is_noticed() {
        for (int large = 1; large <= SIZES; large++) {
            for (int small = 0; small <= large; small++) {
                List<Sha256> proof = Merkle.consistency(small, large, nodes(leaves));
                int from = small;
                int to = large;
                assertThat(Merkle.consistent(from, root(from), to, root(to), proof)).isTrue();
                assertThat(Merkle.consistent(from, flipped(root(from)), to, root(to), proof)).isFalse();
                if (from > 0) assertThat(Merkle.consistent(from, root(from), to, flipped(root(to)), proof)).isFalse();
                assertThat(spoilt(proof)).noneMatch(bad -> Merkle.consistent(from, root(from), to, root(to), bad));
            }
        }
    }

    @Test void what_a_tree_does_not_hold_is_not_proven() {
        assertThatIllegalArgumentException().isThrownBy(() -> Merkle.inclusion(3, 3, nodes(leaves)));
        assertThatIllegalArgumentException().isThrownBy(() -> Merkle.inclusion(-1, 3, nodes(leaves)));
        assertThatIllegalArgumentException().isThrownBy(() -> Merkle.consistency(4, 3, nodes(leaves)));
        assertThat(Merkle.includes(leaves.get(0), 5, 5, List.of(), root(5))).isFalse();
        assertThat(Merkle.consistent(6, root(6), 5, root(5), List.of())).isFalse();
    }

    /** Each hash flipped, each left out, one added at either end. */
    private static Stream<List<Sha256>> spoilt(List<Sha256> proof) {
        Stream<List<Sha256>> changed = IntStream.range(0, proof.size()).boxed().flatMap(i -> {
            List<Sha256> flipped = new ArrayList<>(proof);
            flipped.set(i, flipped(proof.get(i)));
            List<Sha256> short1 = new ArrayList<>(proof);
            short1.remove((int) i);
            return Stream.of(flipped, short1);
        });
        List<Sha256> first = new ArrayList<>(proof);
        first.add(0, Merkle.EMPTY);
        List<Sha256> last = new ArrayList<>(proof);
        last.add(Merkle.EMPTY);
        return Stream.concat(changed, Stream.of(first, last));
    }

    private static Sha256 flipped(Sha256 hash) {
        byte[] bytes = hash.bytes();
        bytes[7] ^= 1;
        return Sha256.of(bytes);
    }

    private Sha256 root(int size) {
        return Merkle.root(size, nodes(leaves));
    }

    private static Merkle.Nodes nodes(List<Sha256> leaves) {
        return new Merkle.Nodes() {
            @Override public Sha256 at(int level, long n) {
                return level == 0 ? leaves.get((int) n) : Merkle.node(at(level - 1, 2 * n), at(level - 1, 2 * n + 1));
            }
        };
    }
}
