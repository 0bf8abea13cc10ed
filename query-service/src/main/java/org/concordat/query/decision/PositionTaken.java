package org.concordat.query.decision;

import java.util.List;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.concordat.api.decision.Position;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.query.partnership.Act;
import org.jspecify.annotations.Nullable;

/**
 * What one partner said, on which wording, and what became of it.
 *
 * @param position   null where silence was deemed agreement
 * @param why        why it changed; null where it is not a change
 * @param minutes    where it was said, if the secretary recorded it for the partner; null otherwise
 * @param mandateId  the mandate it rests on; null where it was recorded for the partner and not confirmed, or deemed
 * @param authority  the version of the partnership by which that was judged, {@code partnership-x@7}
 * @param confirmed  the partner's own word that it was recorded rightly
 * @param contested  why the partner contested it; it counts no longer
 * @param ended      how it ceased to count; null while it counts
 */
public record PositionTaken(PartnerId partnerId, @Nullable Position position, Hash wording, @Nullable Text why,
                            @Nullable Text minutes, @Nullable MandateId mandateId, @Nullable String authority,
                            List<ProvisoId> provisoIds, Act act, @Nullable Act confirmed, @Nullable Text contested,
                            @Nullable Ended ended, @Nullable Act endedBy) {

    /** How a position ceased to count. */
    public enum Ended { CHANGED, LAPSED, CONTESTED, RECUSED, REOPENED }

    public boolean deemed() { return position == null; }

    public boolean current() { return ended == null; }

    public boolean toConfirm() {
        return current() && minutes != null && confirmed == null;
    }

    PositionTaken ended(Ended how, Act by) {
        return ended != null ? this : new PositionTaken(partnerId, position, wording, why, minutes, mandateId,
                authority, provisoIds, act, confirmed, contested, how, by);
    }

    PositionTaken confirmed(MandateId by, @Nullable String read, Act said) {
        return new PositionTaken(partnerId, position, wording, why, minutes, by, read, provisoIds, act, said, contested,
                ended, endedBy);
    }

    PositionTaken contested(Text reason, Act said) {
        return new PositionTaken(partnerId, position, wording, why, minutes, mandateId, authority, provisoIds, act,
                confirmed, reason, Ended.CONTESTED, said);
    }
}
