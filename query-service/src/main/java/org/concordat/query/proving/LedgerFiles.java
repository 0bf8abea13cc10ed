package org.concordat.query.proving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Note;
import org.concordat.query.ledger.Proofs;

/** The same layout in a folder, as static files: what the checkpoint needs first, the checkpoint itself last. */
final class LedgerFiles {

    private final Path folder;
    private final Proofs proofs;
    private final Bundles bundles;
    private final Alarms alarms;

    LedgerFiles(Path folder, Proofs proofs, Alarms alarms) {
        this.folder = folder;
        this.proofs = proofs;
        this.bundles = new Bundles(proofs);
        this.alarms = alarms;
    }

    /** A folder that holds what the record contradicts is left as it is, and is an alarm: it is a checkpoint from before. */
    void write(Checkpoints.Signed signed) {
        try {
            Checkpoint now = signed.head();
            Checkpoint before = before(now);
            if (before.equals(now)) return;
            boolean grown = before.origin().equals(now.origin()) && before.size() <= now.size()
                    && proofs.root(before.size()).equals(before.root());
            if (!grown) {
                alarms.raise("The checkpoint in the folder of files, over " + before.size() + " entries with root "
                        + before.root().base64() + ", is not of this record.", before.text());
                return;
            }
            for (Iterator<TilePath> tiles = Bundles.grown(before.size(), now.size()).iterator(); tiles.hasNext();) put(tiles.next());
            put("checkpoint", signed.note().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Checkpoint before(Checkpoint now) throws IOException {
        try {
            return Checkpoint.parse(Note.parse(Files.readString(folder.resolve("checkpoint"))).text());
        } catch (NoSuchFileException first) {
            return new Checkpoint(now.origin(), 0, org.concordat.proof.Merkle.EMPTY);
        }
    }

    private void put(TilePath tile) throws IOException {
        put("tile/" + tile, tile.entries() ? bundles.entries(tile).bytes() : bundles.hashes(tile));
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, bytes);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
