package org.concordat.query.imports;

import java.time.LocalDate;
import java.time.ZoneId;
import org.concordat.api.Text;
import org.concordat.api.partnership.PartnershipId;

/**
 * A plan as a valid file says it.
 *
 * @param effectiveOn        the day every command of the import is effective on
 * @param effectiveDayAssumed whether the source leaves that day open
 */
public record PlanFile(PartnershipId id, Text name, ZoneId timeZone, LocalDate planEnd, LocalDate effectiveOn,
                       boolean effectiveDayAssumed, PlanThings things) {}
