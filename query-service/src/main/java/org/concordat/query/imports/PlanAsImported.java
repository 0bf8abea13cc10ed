package org.concordat.query.imports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.concordat.api.Text;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.planitem.ActionId;

/** What an import needs to know of the partnership on record, as fresh as can be had without waiting. */
public interface PlanAsImported {

    /** Empty where there is no such partnership, or the caller may not see it. */
    Optional<State> of(PartnershipId id);

    /**
     * @param fileHash of the file whose import began; empty where none did
     * @param finished whether that import is complete
     * @param total    the number of commands that import announced; 0 where none began
     * @param things   the plan as it stands now
     * @param over     the actions that are verified or cancelled
     */
    record State(Text name, ZoneId timeZone, LocalDate planEnd, Optional<String> fileHash, boolean finished, int total,
                 PlanThings things, Set<ActionId> over) {

        /** How many of the import's commands are carried out. */
        public int done() {
            return finished ? total : Math.min(Math.max(0, total - 1), things.count());
        }
    }
}
