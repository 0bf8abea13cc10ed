package org.concordat.query.commitment;

import java.util.List;
import org.concordat.api.commitment.CommitmentKind;
import org.concordat.api.partnership.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * One partner over all finance years, in one unit.
 *
 * @param years each a part of what is firm that year
 */
public record PartnerTotal(PartnerId partner, Total total, List<Total> years) {

    public CommitmentKind kind() { return total.kind(); }

    public @Nullable String currency() { return total.currency(); }

    public String offered() { return total.offered(); }

    public String firm() { return total.firm(); }

    public String conditional() { return total.conditional(); }

    public String loosened() { return total.loosened(); }

    public String received() { return total.received(); }

    public @Nullable String variance() { return total.variance(); }

    public @Nullable Double share() { return total.share(); }
}
