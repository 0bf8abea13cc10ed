package org.concordat.query.moment;

import java.time.LocalDate;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Correction;
import org.concordat.query.partnership.PartnersView;
import org.jspecify.annotations.Nullable;

/** What a reader must not overlook about an act: that it was recorded late, or in error. */
public record Marks(PartnersView view) {

    /** It claims an earlier day than the one it was recorded on. */
    public boolean backDated(Act act) {
        return act.on().isBefore(recorded(act));
    }

    /** What marks its entry as recorded in error, if anything does. */
    public @Nullable Correction correction(Act act) {
        return view.corrections().get(act.entry());
    }

    /** The day of recording, where the partnership is. */
    public LocalDate recorded(Act act) {
        return act.recordedAt().atZone(view.timeZone()).toLocalDate();
    }
}
