package org.concordat.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.verifier.SmallLog.LOG;
import static org.concordat.verifier.SmallLog.ORIGIN;
import static org.concordat.verifier.SmallLog.POLICE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.concordat.proof.Note;
import org.concordat.proof.SignerKey;
import org.concordat.proof.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a forger would do to a pack, each found and named; and what is no forgery, not held against it. */
class PackTest {

    @TempDir Path folder;

    private Said verify(SmallPack pack, Object... more) throws IOException {
        Object[] all = Arrays.copyOf(new Object[] {"verify", pack.write(folder.resolve("pack.zip")), "--key", LOG}, 4 + more.length);
        System.arraycopy(more, 0, all, 4, more.length);
        return Said.by(all);
    }

    private Path held(Note note) throws IOException {
        return Files.writeString(folder.resolve("held-" + System.nanoTime()), note.toString());
    }

    private static SmallPack pack() {
        return new SmallPack(SmallLog.of(11));
    }

    @Test void a_good_pack_holds() throws IOException {
        SmallPack pack = pack().earlier(5, SmallLog.of(11).cosigned(5));
        assertThat(verify(pack, "--witness", POLICE, "--held", held(pack.log.signed(5)), "--held", held(pack.log.signed(7))).holds().out())
                .contains("Each of the 11 entries is in the log", "is signed by " + LOG, "partner-mash.police (key of entry 1) vouches for",
                        "over 5 entries", "2026-11-24T02:00:00Z", "every entry of the log", "begins with the 5 entries of the checkpoint of yours");
    }

    @Test void without_a_key_it_says_that_nothing_is_proven_of_who_signed() throws IOException {
        assertThat(Said.by("verify", pack().write(folder.resolve("pack.zip"))).holds().out()).contains("this proves nothing about who signed");
    }

    @Test void a_changed_payload_byte() throws IOException {
        SmallPack pack = pack();
        pack.lines.set(3, pack.lines.get(3).replace("agree", "agrée"));
        verify(pack).fails("Entry 4 (entry-decision-mash.vision@3): the payload is not the one that was recorded");
    }

    @Test void a_changed_envelope() throws IOException {
        SmallPack pack = pack();
        pack.lines.set(3, pack.lines.get(3).replace("2026-11-24\\\"", "2026-11-23\\\""));
        verify(pack).fails("Entry 4 (entry-decision-mash.vision@3) is not shown to be in the log: its envelope was changed");
    }

    @Test void a_removed_entry_though_the_manifest_was_mended_and_signed_again() throws IOException {
        SmallPack pack = pack();
        pack.lines.remove(3);
        verify(pack).fails("10 are there: entries were taken out").fails("Version 3 of decision-mash.vision is missing");
        pack.entries--;
        verify(pack).fails("Version 3 of decision-mash.vision is missing");
    }

    @Test void an_inserted_entry() throws IOException {
        SmallPack pack = pack();
        pack.lines.add(pack.lines.get(10).replace("\\\"index\\\":\\\"11\\\"", "\\\"index\\\":\\\"12\\\"").replace("\\\"version\\\":\\\"10\\\"", "\\\"version\\\":\\\"11\\\""));
        pack.entries++;
        pack.whole.put("decision-mash.vision", 11);
        verify(pack).fails("Entry 12 (entry-decision-mash.vision@11) is not shown to be in the log");
    }

    @Test void two_swapped() throws IOException {
        SmallPack pack = pack();
        pack.lines.set(4, pack.lines.set(3, pack.lines.get(4)));
        verify(pack).fails("Entry 4 (entry-decision-mash.vision@3) stands after entry 5: the order was changed");
    }

    @Test void a_proof_missing_and_one_of_another_entry() throws IOException {
        SmallPack pack = pack();
        pack.lines.set(3, pack.lines.get(3).replaceAll("\"proof\":\\[.*]", "\"proof\":[]"));
        verify(pack).fails("Entry 4 (entry-decision-mash.vision@3) is not shown to be in the log: its envelope was changed or put in, its proof is missing");
        pack.lines.set(3, pack.lines.get(3).replaceAll(",\"proof\":\\[.*]", ""));
        verify(pack).fails("its proof is missing");
        SmallPack other = pack();
        String proof = other.lines.get(8).replaceAll(".*\"proof\":(\\[.*]).*", "$1");
        other.lines.set(3, other.lines.get(3).replaceAll("\"proof\":\\[.*]", "\"proof\":" + proof));
        verify(other).fails("Entry 4 (entry-decision-mash.vision@3) is not shown to be in the log");
    }

    @Test void a_checkpoint_of_another_log() throws IOException {
        SignerKey stranger = SignerKey.generate(ORIGIN, VerifierKey.Type.NOTE);
        SmallPack pack = pack();
        String text = SmallLog.of(12).head(12).text();
        pack.files.put("checkpoint", new Note(text, List.of(stranger.sign(text))).toString().getBytes(UTF_8));
        verify(pack).fails("the pack was made at another").fails("is signed by none of the log's keys");
        assertThat(verify(pack()).holds().code()).isZero();
        Said.by("verify", pack().write(folder.resolve("pack.zip")), "--key", stranger).fails("is signed by none of the log's keys");
    }

    @Test void a_truncated_log_with_an_older_checkpoint_held() throws IOException {
        verify(pack(), "--held", held(SmallLog.of(15).signed(15))).fails("the end of the log was cut off");
    }

    @Test void a_fork_with_two_signed_heads() throws IOException {
        SmallLog other = SmallLog.of(10);
        other.add("decision.PositionRecorded", "decision-mash.vision", "{\"position\":{\"disagree\":{}}}");
        verify(pack(), "--held", held(other.signed(11))).fails("FORK: two checkpoints over 11 entries contradict each other");
    }

    @Test void a_history_rewritten_and_signed_again_with_the_stolen_key() throws IOException {
        SmallLog rewritten = SmallLog.of(4);
        for (int i = 0; i < 7; i++) rewritten.add("decision.PositionRecorded", "decision-mash.vision", "{\"position\":{\"disagree\":{}}}");
        Note seen = SmallLog.of(11).cosigned(8);
        SmallPack forged = new SmallPack(rewritten);
        verify(forged).holds();
        verify(forged, "--held", held(seen)).fails("REWRITTEN since you took it");
        verify(forged.proof(8), "--held", held(seen)).fails("It is not shown that the pack's log begins with the 8 entries");
        verify(forged, "--witness", POLICE).fails("The witness police.example/witness vouches for no checkpoint of this pack");
        verify(forged.earlier(8, seen)).fails("It is not shown that the pack's log begins with the 8 entries of the checkpoint of the log");
        Note pasted = rewritten.signed(8).with(seen.signatures().subList(1, 2));
        verify(forged.earlier(8, pasted)).fails("The cosignature of partner-mash.police (key of entry 1)");
    }

    @Test void a_witness_key_withdrawn_vouches_for_no_head_that_holds_its_withdrawal() throws IOException {
        SmallLog log = SmallLog.of(10);
        log.add("partnership.WitnessKeyWithdrawn", "partnership-mash", withdrawal());
        log.add("decision.PositionRecorded", "decision-mash.vision", "{}");
        verify(withdrawn(log).earlier(8, log.cosigned(8)), "--witness", POLICE).holds();
        verify(withdrawn(log).earlier(10, log.cosigned(10)), "--witness", POLICE).holds();
        SmallPack forged = withdrawn(log).earlier(11, log.cosigned(11));
        assertThat(verify(forged).holds().out()).contains("counts for nothing: entry 11 withdrew its key");
        verify(forged, "--witness", POLICE).fails("The witness police.example/witness vouches for no checkpoint of this pack");
    }

    @Test void a_withdrawal_cannot_be_withheld() throws IOException {
        SmallLog log = SmallLog.of(10);
        log.add("partnership.WitnessKeyWithdrawn", "partnership-mash", withdrawal());
        log.add("decision.PositionRecorded", "decision-mash.vision", "{}");
        SmallPack pack = withdrawn(log).earlier(11, log.cosigned(11));
        pack.lines.set(10, pack.lines.get(10).replaceAll("\"payload\":\".*\",\"proof\"", "\"proof\"").replaceAll("\"salt\":.*}", "\"withheld\":\"RESTRICTED\"}"));
        verify(pack).fails("Entry 11 is about a key or about a payload that is gone.");
    }

    @Test void a_withdrawn_key_registered_again_is_still_withdrawn_and_nobody_else_s() throws IOException {
        SmallLog log = SmallLog.of(10);
        log.add("partnership.WitnessKeyWithdrawn", "partnership-mash", withdrawal());
        log.add("partnership.WitnessKeyRegistered", "partnership-mash", withdrawal().replace("mash.police", "mash.thief"));
        log.add("decision.PositionRecorded", "decision-mash.vision", "{}");
        SmallPack pack = withdrawn(log).earlier(12, log.cosigned(12));
        pack.whole.put("partnership-mash", 3);
        pack.whole.put("decision-mash.vision", log.size() - 3);
        verify(pack).fails("Entry 12 registers a key again, that of partner-mash.police (key of entry 1)");
        verify(pack, "--witness", POLICE).fails("vouches for no checkpoint of this pack");
    }

    private static String withdrawal() {
        return "{\"partnershipId\":\"partnership-mash\",\"partner\":\"partner-mash.police\",\"key\":\"" + POLICE + "\"}";
    }

    private static SmallPack withdrawn(SmallLog log) {
        SmallPack pack = new SmallPack(log);
        pack.whole.put("partnership-mash", 2);
        pack.whole.put("decision-mash.vision", log.size() - 2);
        return pack;
    }

    @Test void a_key_that_was_rotated_away_is_no_failure() throws IOException {
        SignerKey former = SignerKey.generate(ORIGIN, VerifierKey.Type.NOTE);
        SmallLog log = SmallLog.of(11);
        String text = log.head(5).text();
        Note signedBefore = new Note(text, List.of(former.sign(text))).with(List.of(POLICE.cosign(text, SmallLog.NIGHT)));
        assertThat(verify(new SmallPack(log).earlier(5, signedBefore), "--witness", POLICE).holds().out()).contains("as after a rotation");
    }

    @Test void a_manifest_that_the_host_did_not_sign() throws IOException {
        SmallPack pack = pack();
        pack.signer = SignerKey.generate(ORIGIN, VerifierKey.Type.NOTE);
        verify(pack).fails("The manifest is not the one that the host signed");
    }

    @Test void payloads_withheld_are_no_failure_where_an_entry_says_why() throws IOException {
        SmallLog log = SmallLog.of(11);
        log.add("partnership.PayloadDisposedOf", "partnership-mash", "{\"entry\":\"entry-decision-mash.vision@3\"}");
        SmallPack pack = new SmallPack(log);
        pack.whole.put("partnership-mash", 2);
        pack.whole.put("decision-mash.vision", 10);
        pack.lines.set(3, pack.lines.get(3).replaceAll("\"payload\":\".*\",\"proof\"", "\"proof\"").replaceAll("\"salt\":.*}", "\"withheld\":\"DISPOSED\"}"));
        pack.lines.set(4, pack.lines.get(4).replaceAll("\"payload\":\".*\",\"proof\"", "\"proof\"").replaceAll("\"salt\":.*}", "\"withheld\":\"RESTRICTED\"}"));
        assertThat(verify(pack).holds().out()).contains("The payload of entry 4 was disposed of, as an entry says", "2 payloads are withheld");
        pack.lines.set(5, pack.lines.get(5).replaceAll("\"payload\":\".*\",\"proof\"", "\"proof\"").replaceAll("\"salt\":.*}", "\"withheld\":\"DISPOSED\"}"));
        verify(pack).fails("The payload of entry 6 is said to be disposed of; no entry of the pack says so");
    }

    @Test void its_entries_can_be_read() throws IOException {
        assertThat(Said.by("list", pack().write(folder.resolve("pack.zip"))).out()).contains("4  2026-11-24T01:00:00.000Z", "Nº 3");
    }
}
