package org.concordat.query.proving;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Sha256;
import org.concordat.query.ledger.EntryCheck.Finding;
import org.concordat.query.ledger.Proofs;
import org.concordat.query.ledger.Store;
import org.concordat.wiring.Damage;
import org.jspecify.annotations.Nullable;

/** The tree against what was signed over it: by us, and by partners. */
final class HeadCheck {

    private static final int NEWEST = 200;

    private final Proofs proofs;
    private final Store store;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;

    HeadCheck(Proofs proofs, Store store, Checkpoints checkpoints, Cosignatures cosignatures) {
        this.proofs = proofs;
        this.store = store;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
    }

    List<Finding> found() {
        List<Finding> found = new ArrayList<>();
        Consumer<String> damaged = sentence -> found.add(new Finding("", sentence));
        for (Checkpoints.Signed signed : checkpoints.readable(NEWEST, damaged)) {
            if (wrong(signed.head())) found.add(new Finding("", "The record's first " + signed.head().size()
                    + " entries are not those of the checkpoint signed at " + signed.at() + "."));
        }
        for (Cosignatures.Cosigned c : cosignatures.readable(NEWEST, damaged)) {
            if (wrong(new Checkpoint(checkpoints.origin(), c.size(), c.root()))) found.add(new Finding(c.partnership().value(),
                    "The record's first " + c.size() + " entries are not those that " + c.partner() + " vouched for at " + c.at() + "."));
        }
        String cut = cut();
        if (cut != null) found.add(new Finding("", cut));
        return found;
    }

    /** What lies beyond the record is told once, by {@link #cut}. */
    private boolean wrong(Checkpoint head) {
        if (head.size() > proofs.size()) return false;
        try {
            Sha256 root = proofs.rootAnew(head.size());
            return !root.equals(head.root());
        } catch (IllegalStateException hole) {
            return true;
        } catch (RuntimeException e) {
            if (Damage.is(e)) return true;
            throw e;
        }
    }

    /** Whether the ledger is being filled again from the store, so that what it lacks is not lost. */
    boolean fillingAgain(long looked) {
        long holds = proofs.sizeAnew();
        return holds < looked && store.taken() <= holds;
    }

    /** While the ledger is filled again, it has taken no more events than it holds entries. */
    @Nullable String cut() {
        long signed = checkpoints.signedSize();
        long taken = store.taken();
        long holds = proofs.sizeAnew();
        if (taken > holds) return "The record has lost its tail: it had " + taken + " entries and holds " + holds + ".";
        return signed > store.head() ? "A checkpoint over " + signed + " entries was signed, but the store holds only "
                + store.head() + " events." : null;
    }
}
