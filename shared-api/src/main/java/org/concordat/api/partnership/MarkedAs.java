package org.concordat.api.partnership;

import java.util.Set;
import org.concordat.api.Sorted;
import org.jspecify.annotations.Nullable;

/**
 * Who may read a thing, said by a command.
 *
 * @param as       the marking
 * @param partners who may read it beside the auditors, 1 to 50; given where it is restricted, and only then
 */
public record MarkedAs(Marking as, @Nullable Set<PartnerId> partners) {

    private static final int MOST = 50;

    public MarkedAs {
        int named = partners == null ? 0 : partners.size();
        if (partners != null) partners = Sorted.copyOf(partners);
        if ((named > 0) != (as == Marking.RESTRICTED) || named > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " partners are named where it is restricted, and only then");
        }
    }

    /** Those named; none where it is not restricted. */
    public Set<PartnerId> named() {
        return partners == null ? Set.of() : partners;
    }
}
