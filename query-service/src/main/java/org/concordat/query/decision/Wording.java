package org.concordat.query.decision;

import java.util.Set;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.partnership.Act;
import org.jspecify.annotations.Nullable;

/**
 * A wording partners could sign up to.
 *
 * @param number from 1
 * @param reason why it took the place of the wording before; null for the first
 * @param lapsed the partners whose positions lapsed with the wording before
 */
public record Wording(int number, Text text, Hash hash, @Nullable Text reason, Set<PartnerId> lapsed, Act act) {}
