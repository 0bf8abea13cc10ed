package org.concordat.query.partnership;

import org.concordat.api.EntryId;
import org.concordat.api.Text;
import org.jspecify.annotations.Nullable;

/** @param entry the entry that was recorded in error */
public record Correction(EntryId entry, Text reason, @Nullable EntryId putRightBy, Act act) {}
