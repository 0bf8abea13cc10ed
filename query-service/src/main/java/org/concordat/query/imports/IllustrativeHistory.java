package org.concordat.query.imports;

import java.time.LocalDate;
import java.util.List;
import org.concordat.api.PersonId;

/** Acts for a demo, in order: what partners might have done. No source says that they did. */
public record IllustrativeHistory(boolean illustrative, String notice, List<Act> acts) {

    /**
     * @param by      the demo person who acts
     * @param on      the day the act is effective on
     * @param command a command record of the contract
     */
    public record Act(PersonId by, LocalDate on, Object command) {}
}
