package org.concordat.query.imports;

import java.util.List;
import org.concordat.api.Receipt;
import org.concordat.api.Rejection;
import org.concordat.api.partnership.PartnershipId;

/** How an import ended. */
public sealed interface ImportAnswer {

    /** Every command is carried out; {@code receipt} is the last one's. */
    record Imported(PartnershipId partnership, String fileHash, int commands, Receipt receipt)
            implements ImportAnswer {}

    /** This file was imported before; nothing changed. */
    record AlreadyImported(PartnershipId partnership, String fileHash, int commands) implements ImportAnswer {}

    /** Nothing was sent: the file is wrong. */
    record Invalid(List<Problem> problems) implements ImportAnswer {}

    /** Nothing was changed: the plan on record says something else, or is of another file. */
    record Differs(String message, List<Difference> differences) implements ImportAnswer {}

    /** The write side refused; {@code done} commands stand, and the same file completes them once it may. */
    record Stopped(Rejection rejection, int done, int total) implements ImportAnswer {}
}
