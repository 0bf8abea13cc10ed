package org.concordat.query.authority;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.moment.Names;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Appointment;
import org.concordat.query.partnership.Mandate;
import org.jspecify.annotations.Nullable;

/** The judgement of an act's authority in a sentence. */
record Grounds(Names names, ZoneId zone) {

    String of(Act act, @Nullable Appointment appointment, @Nullable MandateId mandate, Collection<String> flaws,
              List<Mandate> voids, List<Mandate.Ratified> ratified) {
        String by = by(act, appointment) + (mandate == null ? "" : ", under " + mandate);
        List<String> found = Stream.of(flaws.stream(), voids.stream().map(this::voided), ratified.stream().map(this::ratified))
                .flatMap(said -> said).distinct().toList();
        if (!found.isEmpty()) return by + "; " + String.join("; ", found) + ".";
        if (appointment == null) return by + ".";
        LocalDate recorded = Flaws.on(act, zone);
        return by + ": held on " + act.on() + (recorded.equals(act.on()) ? "" : " and on " + recorded + ", when it was recorded")
                + ".";
    }

    private String by(Act act, @Nullable Appointment appointment) {
        if (appointment != null) {
            PartnerId partner = appointment.partnerId();
            return "Done as " + appointment.kind().words() + (partner == null ? "" : " of " + names.of(partner));
        }
        if (act.by().appointment() != null) return "Done as " + act.by().appointment().words();
        return act.by().system() ? "Done by Concordat itself, as it follows from the record"
                : "Done by a founder, whom the installation names";
    }

    private String voided(Mandate m) {
        Mandate.FoundVoid found = Objects.requireNonNull(m.foundVoid());
        return m.id() + " was found void from " + found.from() + " on, as recorded on " + Flaws.on(found.act(), zone) + " ("
                + found.reference() + ")";
    }

    private String ratified(Mandate.Ratified r) {
        return "ratified on " + r.act().on() + " by " + Stream.of(Stream.ofNullable(r.decisionId()).map(names::of),
                Stream.ofNullable(r.reference()).map(Object::toString)).flatMap(said -> said).reduce((a, b) -> a + ", " + b)
                .orElse("nobody");
    }
}
