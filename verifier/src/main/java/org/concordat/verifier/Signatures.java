package org.concordat.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.proof.Note;
import org.concordat.proof.VerifierKey;

/**
 * Who signed a head, judged by the keys that the reader brought or, where none, by those that came along.
 *
 * @param own       whether the reader brought the log's keys
 * @param witnesses whose key each is
 */
record Signatures(List<VerifierKey> keys, boolean own, Map<VerifierKey, Witness> witnesses) {

    /**
     * @param who       in words
     * @param withdrawn the entry by which its key was withdrawn; 0 where none is known
     */
    record Witness(String who, long withdrawn) {

        boolean mayVouchFor(Head head) {
            return withdrawn == 0 || head.size() < withdrawn;
        }
    }

    static final String UNKNOWN = "The log's key was not given (--key), so it is taken from what is judged:"
            + " this proves nothing about who signed.";

    boolean signed(Note note) {
        return keys.stream().anyMatch(key -> key.signed(note));
    }

    void signed(String what, Note note, Findings findings) {
        String by = keys.stream().filter(key -> key.signed(note)).map(VerifierKey::toString).findFirst().orElse("");
        findings.judge(!by.isEmpty(), what + " is signed by " + by + ".", what + " is signed by none of the log's keys: it is"
                + " not this log's, or it was changed after it was signed.");
    }

    boolean vouches(VerifierKey key, Head head) {
        Witness witness = witnesses.get(key);
        return (witness == null || witness.mayVouchFor(head)) && key.cosigned(head.note()).isPresent();
    }

    /** @return how many cosignatures hold */
    int cosigned(Head head, Findings findings) {
        int held = 0;
        for (Map.Entry<VerifierKey, Witness> witness : witnesses.entrySet()) {
            if (head.note().signatures().stream().noneMatch(witness.getKey()::named)) continue;
            String who = witness.getValue().who();
            if (!witness.getValue().mayVouchFor(head)) {
                findings.note("The cosignature of " + who + " under " + head + " counts for nothing: entry "
                        + witness.getValue().withdrawn() + " withdrew its key.");
                continue;
            }
            Optional<Instant> at = witness.getKey().cosigned(head.note());
            findings.judge(at.isPresent(), who + " vouches for " + head + ", at "
                    + at.map(Instant::toString).orElse("") + ".", "The cosignature of " + who + " under " + head
                    + " does not hold: the checkpoint is not the one that was cosigned.");
            if (at.isPresent()) held++;
        }
        return held;
    }
}
