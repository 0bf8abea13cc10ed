package org.concordat.query.authority;

import java.util.List;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Appointment;
import org.concordat.query.partnership.Mandate;
import org.jspecify.annotations.Nullable;

/**
 * An act and the authority it was done by, judged by what is on record at the reader's moment.
 *
 * @param appointment null for a founder and for Concordat itself, and where none on record fits
 * @param mandate     null for what is done in an appointment alone
 * @param ratified    what took the taint from it, if anything did
 * @param because     the judgement in a sentence
 */
public record Judged(Act act, @Nullable Appointment appointment, @Nullable Mandate mandate, boolean heldOnEffectiveDay,
                     boolean heldOnDayOfRecording, Standing standing, List<Mandate.Ratified> ratified, String because) {

    /** How an act stands to its authority. */
    public enum Standing { WITHIN, TAINTED, RATIFIED, OUTSIDE }

    public boolean within() {
        return standing == Standing.WITHIN || standing == Standing.RATIFIED;
    }
}
