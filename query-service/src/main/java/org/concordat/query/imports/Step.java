package org.concordat.query.imports;

import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * One command of an import.
 *
 * @param commandId the same for the same file and thing, so that sending it twice records it once
 * @param isThere   whether the plan on record already has what the command makes
 */
record Step(String commandId, Object command, LocalDate effectiveOn, Predicate<PlanAsImported.State> isThere) {}
