package org.concordat.query.partnership;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.api.EntryId;
import org.concordat.api.Text;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.Roll;
import org.concordat.query.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Who works together: a pure fold of the partnership's own events.
 *
 * @param name null before the partnership is established
 * @param marked the newest marking of each thing that was ever marked, by its id
 * @param roll what both sides judge authority by
 */
public record PartnersView(long version, @Nullable Text name, ZoneId timeZone, @Nullable LocalDate planEnd,
                           Map<PartnerId, Partner> partners, Map<AppointmentId, Appointment> appointments,
                           Map<BoardId, Board> boards, Map<FindingId, Finding> findings,
                           Map<EntryId, Correction> corrections, Map<EntryId, Disposal> disposals,
                           Map<String, PlanImport> imports,
                           Map<MandateId, Mandate> mandates, List<PartnershipLead> leads,
                           Map<String, Act> marked, Roll roll) {

    public static final ZoneId USUAL_ZONE = ZoneId.of("Europe/London");
    public static final PartnersView NONE = new PartnersView(0, null, USUAL_ZONE, null,
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(),
            Roll.NONE);

    public PartnersView after(List<Entry> entries) {
        PartnersFold fold = new PartnersFold(this);
        entries.forEach(fold::on);
        return fold.frozen();
    }

    /** In the order they were given. */
    public Stream<Mandate> mandatesHeldOn(LocalDate day) {
        Set<MandateId> holding = roll.mandates().holding(day).map(m -> m.id()).collect(Collectors.toSet());
        return mandates.values().stream().filter(m -> holding.contains(m.id()));
    }

    public Stream<Appointment> heldOn(LocalDate day) {
        return appointments.values().stream().filter(a -> a.heldOn(day));
    }
}
