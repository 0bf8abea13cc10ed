package org.concordat.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

    /** The example of C2SP signed-note. */
    private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String NOTE = """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;
    private static final Checkpoint HEAD = new Checkpoint("example.org/log", 7, Merkle.leaf(new byte[0]));
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final SignerKey log = SignerKey.generate("example.org/log", VerifierKey.Type.NOTE);
    private final SignerKey witness = SignerKey.generate("police.example/witness", VerifierKey.Type.COSIGNATURE);

    @Test void the_published_example_holds() {
        Note note = Note.parse(NOTE);
        assertThat(VerifierKey.parse(VKEY).signed(note)).isTrue();
        assertThat(VerifierKey.parse(VKEY)).hasToString(VKEY);
        assertThat(note).hasToString(NOTE);
        assertThat(VerifierKey.parse(VKEY).signed(new Note("This is another message.\n", note.signatures()))).isFalse();
    }

    @Test void a_checkpoint_is_signed_read_and_cosigned() {
        Note signed = new Note(HEAD.text(), List.of(log.sign(HEAD.text()))).with(List.of(witness.cosign(HEAD.text(), NOW)));
        Note read = Note.parse(signed.toString());
        assertThat(Checkpoint.parse(read.text())).isEqualTo(HEAD);
        assertThat(log.verifier().signed(read)).isTrue();
        assertThat(witness.verifier().cosigned(read)).contains(NOW);
        assertThat(log.verifier().cosigned(read)).isEmpty();
        assertThat(witness.verifier().signed(read)).isFalse();
    }

    @Test void a_line_of_another_key_or_over_another_text_does_not_hold() {
        SignerKey namesake = SignerKey.generate("example.org/log", VerifierKey.Type.NOTE);
        Note note = new Note(HEAD.text(), List.of(log.sign(HEAD.text()), witness.cosign(HEAD.text(), NOW)));
        Note moved = new Note(new Checkpoint(HEAD.origin(), 8, HEAD.root()).text(), note.signatures());
        assertThat(namesake.verifier().signed(note)).isFalse();
        assertThat(log.verifier().signed(moved)).isFalse();
        assertThat(witness.verifier().cosigned(moved)).isEmpty();
    }

    @Test void a_broken_line_beside_a_good_one_of_the_same_key_is_no_signature() {
        byte[] broken = log.sign(HEAD.text()).bytes();
        broken[9] ^= 1;
        assertThat(log.verifier().signed(new Note(HEAD.text(),
                List.of(log.sign(HEAD.text()), new Note.Line("example.org/log", broken))))).isFalse();
    }

    @Test void a_signing_key_is_read_back_and_a_mixed_one_refused() {
        assertThat(SignerKey.parse(log.secret()).verifier()).isEqualTo(log.verifier());
        assertThat(SignerKey.parse(witness.secret()).cosign(HEAD.text(), NOW)).hasToString(
                witness.cosign(HEAD.text(), NOW).toString());
        String other = SignerKey.generate("example.org/log", VerifierKey.Type.NOTE).verifier().toString();
        String mixed = log.secret().lines().findFirst().orElseThrow() + "\n" + other;
        assertThatIllegalArgumentException().isThrownBy(() -> SignerKey.parse(mixed))
                .withMessageNotContaining(log.secret().substring(0, 40));
        assertThat(log).hasToString(log.verifier().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text\n", "text\n\n", "text\n\nno line\n", "text\n\n\u2014 name\n", "text\n\n\u2014 name !!!\n",
        "te\u0007xt\n\n\u2014 name AAAAAAA=\n", "text\n\n\u2014 name AAAA\n", "text\n\n\u2014 na+me AAAAAAA=\n"})
    void what_is_no_note_is_refused(String note) {
        assertThatIllegalArgumentException().isThrownBy(() -> Note.parse(note));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n1\n", "a b\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "a\n1\nCsUY\n", "a\n9999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"})
    void what_is_no_checkpoint_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a+b", "a+00000000+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "a+530d903a+AekyeRrm", "a+530d903a+!"})
    void what_is_no_key_is_refused(String vkey) {
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(vkey));
    }
}
