package org.concordat.query.partnership;

import org.jspecify.annotations.Nullable;

/** @param finished null while commands of the file are still to come */
public record PlanImport(String fileHash, int commands, boolean effectiveDayAssumed, Act begun,
                         @Nullable Act finished) {}
