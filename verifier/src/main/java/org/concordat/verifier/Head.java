package org.concordat.verifier;

import org.concordat.proof.Checkpoint;
import org.concordat.proof.Note;

/** A checkpoint with whatever signs it. */
record Head(Note note, Checkpoint checkpoint) {

    long size() {
        return checkpoint.size();
    }

    /** In a sentence. */
    @Override public String toString() {
        return "the checkpoint over " + checkpoint.size() + " entries, root " + checkpoint.root().base64();
    }
}
