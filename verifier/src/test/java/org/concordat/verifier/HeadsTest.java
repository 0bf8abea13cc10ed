package org.concordat.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.concordat.proof.Merkle;
import org.concordat.proof.Note;
import org.concordat.proof.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner runs each night, and what is found in two heads alone. */
class HeadsTest {

    @TempDir Path folder;
    private final SmallLog log = SmallLog.of(12);

    private Path file(String name, Object text) throws IOException {
        return Files.writeString(folder.resolve(name), text.toString());
    }

    private Path proof(int from, int to) throws IOException {
        SmallLog young = SmallLog.of(to);
        return file("proof-" + from, SmallLog.lines(Merkle.consistency(from, to, young::node)));
    }

    private Path secret() throws IOException {
        return file("secret", SmallLog.POLICE.secret());
    }

    @Test void two_heads_of_one_history() throws IOException {
        Path old = file("old", log.signed(7));
        Path young = file("young", log.signed(12));
        Said.by("compare", young, old, proof(7, 12), "--key", SmallLog.LOG).holds();
        String hex = Merkle.consistency(7, 12, log::node).stream().map(h -> h.hex() + "\n").collect(java.util.stream.Collectors.joining());
        Said.by("compare", young, old, file("hex", hex), "--key", SmallLog.LOG).holds();
        Said.by("compare", old, old, "--key", SmallLog.LOG).holds();
        Said.by("compare", old, young, proof(6, 12)).fails("It is not shown that");
        Said.by("compare", old, young).cannotBeJudged("A proof is needed");
    }

    @Test void a_fork_is_said_plainly() throws IOException {
        SmallLog other = SmallLog.of(11);
        other.add("decision.PositionRecorded", "decision-mash.other", "{}");
        assertThat(Said.by("compare", file("one", log.signed(12)), file("other", other.signed(12)), "--key", SmallLog.LOG)
                .fails("FORK: two checkpoints over 12 entries have different roots").out()).contains("holds: The checkpoint over 12 entries");
        String elsewhere = log.signed(12).toString().replace(SmallLog.ORIGIN, "other.example/log");
        Said.by("compare", file("one", log.signed(12)), file("other", elsewhere)).fails("They are of different logs");
    }

    @Test void a_partner_cosigns_night_after_night() throws IOException {
        Path held = folder.resolve("held");
        Object[] first = {"cosign", file("young", log.signed(7)), "--key", SmallLog.LOG, "--secret", secret(), "--held", held};
        assertThat(Said.by(first).err()).contains("Where this is the first checkpoint ever, say --first");
        Said signed = Said.by(first[0], first[1], "--key", SmallLog.LOG, "--secret", secret(), "--held", held, "--first");
        assertThat(SmallLog.POLICE.verifier().cosigned(Note.parse(signed.out()))).contains(SmallLog.NIGHT);
        assertThat(held).hasContent(log.signed(7).toString());
        Said next = Said.by("cosign", file("young", log.signed(12)), proof(7, 12), "--key", SmallLog.LOG, "--secret", secret(), "--held", held);
        assertThat(next.code()).isZero();
        assertThat(SmallLog.POLICE.verifier().cosigned(Note.parse(next.out()))).isPresent();
        assertThat(held).hasContent(log.signed(12).toString());
    }

    @Test void a_partner_does_not_vouch_for_what_it_cannot_follow() throws IOException {
        Path held = file("held", log.signed(7));
        Object[] young = {"--key", SmallLog.LOG, "--secret", secret(), "--held", held};
        Said truncated = Said.by("cosign", file("young", log.signed(5)), young[0], young[1], young[2], young[3], young[4], young[5]);
        assertThat(truncated.err()).contains("TRUNCATED");
        SmallLog other = SmallLog.of(6);
        other.add("decision.PositionRecorded", "decision-mash.other", "{}");
        Said fork = Said.by("cosign", file("young", other.signed(7)), young[0], young[1], young[2], young[3], young[4], young[5]);
        assertThat(fork.err()).contains("FORK");
        Said unproven = Said.by("cosign", file("young", log.signed(12)), proof(6, 12), young[0], young[1], young[2], young[3], young[4], young[5]);
        assertThat(unproven.err()).contains("It is not shown that");
        Said stranger = Said.by("cosign", file("young", log.signed(12).toString().replace("\n12\n", "\n13\n")), proof(7, 12), young[0], young[1],
                young[2], young[3], young[4], young[5]);
        assertThat(stranger.err()).contains("signed by none of the log's keys");
        for (Said said : new Said[] {truncated, fork, unproven, stranger}) {
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.out()).isEmpty();
        }
        assertThat(held).hasContent(log.signed(7).toString());
    }

    @Test void a_key_is_made_once_for_its_owner_alone() throws IOException {
        Path secret = folder.resolve("witness.key");
        Said made = Said.by("keygen", "police.example/witness", secret);
        assertThat(VerifierKey.parse(made.out().strip()).type()).isEqualTo(VerifierKey.Type.COSIGNATURE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret))).isEqualTo("rw-------");
        Said.by("keygen", "police.example/witness", secret).cannotBeJudged("nothing was overwritten");
        Said.by("keygen", "no name", folder.resolve("other")).cannotBeJudged("The name cannot be read");
    }

    @Test void what_is_used_wrongly_is_said() {
        Said.by("verify").cannotBeJudged("Use: verify PACK");
        Said.by("burn").cannotBeJudged("There is no command burn");
        Said.by("verify", "x", "--kee", "y").cannotBeJudged("There is no option --kee here");
        Said.by("verify", "x", "--key").cannotBeJudged("The option --key needs a value");
        assertThat(Said.by().code()).isEqualTo(2);
        assertThat(Said.by("help").out()).contains("verify PACK");
    }
}
