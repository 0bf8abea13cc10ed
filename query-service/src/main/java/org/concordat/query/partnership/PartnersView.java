package org.concordat.query.partnership;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.concordat.api.EntryId;
import org.concordat.api.Text;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Who works together: a pure fold of the partnership's own events.
 *
 * @param name null before the partnership is established
 */
public record PartnersView(long version, @Nullable Text name, ZoneId timeZone, @Nullable LocalDate planEnd,
                           Map<PartnerId, Partner> partners, Map<AppointmentId, Appointment> appointments,
                           Map<BoardId, Board> boards, Map<FindingId, Finding> findings,
                           Map<EntryId, Correction> corrections, Map<String, PlanImport> imports) {

    public static final ZoneId USUAL_ZONE = ZoneId.of("Europe/London");
    public static final PartnersView NONE = new PartnersView(0, null, USUAL_ZONE, null,
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public PartnersView after(List<Entry> entries) {
        PartnersFold fold = new PartnersFold(this);
        entries.forEach(fold::on);
        return fold.frozen();
    }

    public Stream<Appointment> heldOn(LocalDate day) {
        return appointments.values().stream().filter(a -> a.heldOn(day));
    }
}
