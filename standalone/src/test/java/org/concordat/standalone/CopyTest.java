package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Note;
import org.concordat.proof.Sha256;
import org.concordat.proof.SignerKey;
import org.concordat.proof.VerifierKey;
import org.concordat.query.proving.Checkpoints;
import org.concordat.standalone.copy.Backup;
import org.concordat.standalone.copy.CopyRefused;
import org.concordat.standalone.copy.Held;
import org.concordat.standalone.copy.Progress;
import org.concordat.standalone.copy.Proof;
import org.concordat.standalone.copy.Restore;
import org.concordat.standalone.copy.WholeCopy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the shared demo while it runs, every way in which one is refused, and the way back. */
class CopyTest {

    private static final Progress SILENT = new Progress(new PrintStream(new ByteArrayOutputStream()));
    private static final SignerKey FOREIGN = SignerKey.generate("concordat/foreign", VerifierKey.Type.NOTE);

    @TempDir private static Path shared;
    private static Path copy;
    private static String note;
    private static Backup.Made made;

    @TempDir private Path folder;

    @BeforeAll static void copies() throws Exception {
        DemoServer demo = DemoServer.shared();
        Partnership.established(demo.client(), "copied");
        note = demo.bean(Checkpoints.class).current().orElseThrow().note().toString();
        copy = shared.resolve("copy");
        made = backup(true).to(copy);
    }

    private static Backup backup(boolean withKey) {
        var environment = DemoServer.shared().context().getEnvironment();
        Database database = DemoServer.shared().bean(Database.class);
        return new Backup(database.source(database.url()), Path.of(environment.getRequiredProperty("concordat.ledger.key")), withKey, "test", SILENT);
    }

    @Test void a_copy_is_restored_and_proven_against_a_checkpoint_held_elsewhere() throws Exception {
        assertThat(made.proof().found()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.resolve("tables/event.copy.gz")))).isEqualTo("rw-------");
        TestDatabase empty = TestDatabase.empty();
        Proof.Outcome proof = restored(copy, held(note), null, empty);
        assertThat(proof.root()).isEqualTo(made.root());
        assertThat(proof.checkpoints()).isPositive();
        for (String table : new String[] {"event", "ledger", "checkpoint", "trail", "directory", "due", "token_entry", "deployment"}) {
            String rows = "select count(*) from " + table;
            assertThat(empty.one(rows)).as(table).isNotEqualTo(table.equals("event") ? "0" : "-1");
        }
        assertThat(empty.one("insert into checkpoint (size, root, note, signed_at) values (1, '', 'x', now()) returning id > 1")).isEqualTo("t");
        assertThat(empty.one("select count(*) from flyway_schema_history where not success")).isEqualTo("0");
    }

    @Test void what_is_not_copied_is_told() {
        Backup.Made without = backup(false).to(folder.resolve("without"));
        assertThat(without.rest()).anyMatch(rest -> rest.contains("The key that signs checkpoints is not in the copy"));
        assertThat(made.rest()).isEmpty();
        assertThat(folder.resolve("without/ledger.key")).doesNotExist();
        assertThat(copy.resolve("ledger.key")).exists();
    }

    @Test void nothing_is_written_over() throws Exception {
        Files.writeString(folder.resolve("mine"), "mine");
        assertThatThrownBy(() -> backup(false).to(folder)).isInstanceOf(CopyRefused.class).hasMessageContaining("not an empty folder");
        assertThat(Files.list(folder)).hasSize(1);
        TestDatabase full = TestDatabase.migrated();
        full.execute("insert into deployment (demo) values (false)");
        assertThat(refusal(copy, null, null, full)).contains("not empty").contains("deployment");
        assertThat(full.one("select count(*) from deployment")).isEqualTo("1");
        TestDatabase others = TestDatabase.empty();
        others.execute("create table theirs (one int)");
        assertThat(refusal(copy, null, null, others)).contains("not empty").contains("theirs");
    }

    @Test void a_restore_that_was_killed_is_done_again() {
        TestDatabase halfway = TestDatabase.migrated();
        assertThat(restored(copy, null, null, halfway).root()).isEqualTo(made.root());
    }

    @Test void an_interrupted_or_damaged_copy_is_refused() throws Exception {
        assertThat(refusal(folder.resolve("none"), null, null)).contains("no such folder");
        Path unfinished = new CopiedFolder(copy).to(folder.resolve("copy.unfinished-1"));
        assertThat(refusal(unfinished, null, null)).contains("not whole");
        Path cut = new CopiedFolder(copy).to(folder.resolve("cut"));
        Files.delete(cut.resolve("SHA256SUMS"));
        assertThat(refusal(cut, null, null)).contains("not whole");
        Path flipped = new CopiedFolder(copy).to(folder.resolve("flipped"));
        byte[] bytes = Files.readAllBytes(flipped.resolve("tables/event.copy.gz"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(flipped.resolve("tables/event.copy.gz"), bytes);
        assertThat(refusal(flipped, null, null)).contains("damaged").contains("tables/event.copy.gz");
        Path lacking = new CopiedFolder(copy).to(folder.resolve("lacking"));
        Files.delete(lacking.resolve("tables/trail.copy.gz"));
        assertThat(refusal(lacking, null, null)).contains("damaged").contains("is missing");
    }

    /** Whoever changes a copy can also write its hashes anew: then the record itself must say no. */
    @Test void a_copy_that_was_changed_together_with_its_hashes_is_refused() throws Exception {
        Path person = new CopiedFolder(copy).changed(folder.resolve("person"), "ledger", rows -> rows.replaceFirst("\tprogramme\t", "\tpolice\t"));
        assertThat(refusal(person, null, null)).contains("does not prove itself").contains("columns that say other than its envelope");
        Path event = new CopiedFolder(copy).changed(folder.resolve("event"), "event", rows -> rows.replaceFirst("x7b22", "x7b2022"));
        assertThat(refusal(event, null, null)).contains("another payload than the store's event");
        Path tail = new CopiedFolder(copy).changed(folder.resolve("tail"), "ledger", rows -> rows.substring(0, rows.lastIndexOf('\n', rows.length() - 2) + 1));
        assertThat(refusal(tail, null, null)).contains("damaged").contains("rows");
        Path trail = new CopiedFolder(copy).changed(folder.resolve("trail"), "checkpoint", rows -> rows.replaceFirst("\t\\\\\\\\x..", "\t\\\\\\\\x00"));
        assertThat(refusal(trail, null, null)).contains("does not prove itself").contains("the checkpoint signed at");
    }

    @Test void a_copy_older_than_the_checkpoint_says_how_much_is_missing() throws Exception {
        new Partnership(DemoServer.shared().client(), "copied").here("registerBoard", "board: \"board-copied.later" + System.nanoTime() + "\", name: \"Later\"");
        Checkpoints checkpoints = DemoServer.shared().bean(Checkpoints.class);
        org.awaitility.Awaitility.await().until(() -> checkpoints.current().orElseThrow().head().size() > made.entries());
        Note later = checkpoints.current().orElseThrow().note();
        long missing = Checkpoint.parse(later.text()).size() - made.entries();
        assertThat(refusal(copy, held(later.toString()), null)).contains("older than the checkpoint").contains(missing == 1 ? "1 is missing" : missing + " are missing");
    }

    @Test void a_foreign_copy_is_refused() throws Exception {
        Checkpoint ours = Checkpoint.parse(Note.parse(note).text());
        Checkpoint foreign = new Checkpoint("concordat/foreign", ours.size(), ours.root());
        assertThat(refusal(copy, held(signed(foreign)), null)).contains("of another record").contains("concordat/foreign");
        assertThat(refusal(copy, held(signed(ours)), null)).contains("not signed by");
        Checkpoint other = new Checkpoint(ours.origin(), ours.size(), Sha256.over(new byte[] {1}));
        assertThat(refusal(copy, held(signed(other)), FOREIGN.verifier().toString())).contains("are not those of the checkpoint");
        assertThat(refusal(copy, held("no note"), null)).contains("holds no checkpoint");
        assertThat(refusal(copy, held(note), "nonsense")).contains("no public key");
    }

    private static String signed(Checkpoint head) {
        return new Note(head.text(), java.util.List.of(FOREIGN.sign(head.text()))).toString();
    }

    @Test void a_copy_of_a_newer_version_or_of_another_schema_is_refused() throws Exception {
        Path newer = new CopiedFolder(copy).manifest(folder.resolve("newer"), said -> said.replaceFirst("\"version\" : \"1\"", "\"version\" : \"999\""));
        assertThat(refusal(newer, null, null)).contains("made by a newer Concordat").contains("999");
        Path format = new CopiedFolder(copy).manifest(folder.resolve("format"), said -> said.replaceFirst("\"format\" : 1", "\"format\" : 2"));
        assertThat(refusal(format, null, null)).contains("made by a newer Concordat").contains("format 2");
        Path other = new CopiedFolder(copy).manifest(folder.resolve("other"), said -> said.replaceFirst("\"checksum\" : -?\\d+", "\"checksum\" : 7"));
        assertThat(refusal(other, null, null)).contains("another program's schema");
        Path fewer = new CopiedFolder(copy).manifest(folder.resolve("fewer"), said -> said.replaceFirst("\"entries\" : \\d+", "\"entries\" : 3"));
        assertThat(refusal(fewer, null, null)).contains("not what its manifest says");
    }

    private Path held(String text) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "checkpoint", ""), text);
    }

    private static Proof.Outcome restored(Path from, Path checkpoint, String key, TestDatabase into) {
        Restore restore = new Restore(WholeCopy.in(from, SILENT), checkpoint == null ? null : Held.in(checkpoint), key, SILENT);
        restore.refuseEarly();
        return restore.into(into.source());
    }

    /** And nothing is left behind. */
    private static String refusal(Path from, Path checkpoint, String key) {
        TestDatabase empty = TestDatabase.empty();
        String sentence = refusal(from, checkpoint, key, empty);
        assertThat(empty.one("select count(*) from pg_class where relnamespace = 'public'::regnamespace")).as(sentence).isEqualTo("0");
        return sentence;
    }

    private static String refusal(Path from, Path checkpoint, String key, TestDatabase into) {
        CopyRefused refused = catchThrowableOfType(CopyRefused.class, () -> restored(from, checkpoint, key, into));
        assertThat(refused).as("it was restored").isNotNull();
        return refused.getMessage();
    }
}
