package org.concordat.query.partnership;

import org.concordat.api.EntryId;
import org.concordat.api.partnership.DisposalReason;

/** @param entry the entry whose words are gone */
public record Disposal(EntryId entry, DisposalReason reason, Act act) {}
