package org.concordat.query.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipCommand.Appoint;
import org.concordat.api.partnership.PartnershipId;

/** Reads appointments and refuses beforehand those that the partnership would refuse half way. */
final class AppointmentReader {

    private final PartnershipId id;
    private final LocalDate effectiveOn;
    private final Names names;
    private final List<Appoint> read = new ArrayList<>();

    AppointmentReader(PartnershipId id, LocalDate effectiveOn, Names names) {
        this.id = id;
        this.effectiveOn = effectiveOn;
        this.names = names;
    }

    Appoint read(Place at) {
        Fields f = at.fields(Shape.APPOINTMENT);
        LocalDate from = f.at("from").date();
        LocalDate to = f.has("to") ? f.at("to").date() : null;
        PersonId person = LeadReader.person(f.at("person"));
        Appoint appoint = new Appoint(id, names.declare("appointment", f.at("id"), AppointmentId::new), person,
            f.at("kind").oneOf(AppointmentKind.class),
            names.knownOrNull("partner", f.at("partner"), PartnerId::new, ProblemCode.UNKNOWN_PARTY),
            names.knownOrNull("board", f.at("board"), BoardId::new, ProblemCode.UNKNOWN_PARTY), from, to);
        if (at.problems().none()) check(appoint, at);
        read.add(appoint);
        return appoint;
    }

    private void check(Appoint a, Place at) {
        if (a.appointment().value().endsWith(".programme-office")) {
            contradiction(at, "The partnership's first programme office has this id already.", "Another id.");
        }
        if (a.from().isBefore(effectiveOn)) {
            contradiction(at, "The appointment begins before the import is effective, on " + effectiveOn + ".",
                "A first day (from) on or after effectiveOn.");
        }
        if (a.to() != null && a.to().isBefore(a.from())) {
            contradiction(at, "The appointment ends before it begins.", "A last day (to) on or after from.");
        }
        if ((a.kind() == AppointmentKind.REPRESENTATIVE) != (a.partner() != null)) {
            contradiction(at, "A representative speaks for a partner; nobody else does.",
                "kind REPRESENTATIVE with a partner, or another kind without.");
        }
        if (a.board() != null && a.kind() != AppointmentKind.CHAIR) {
            contradiction(at, "Only a chair has a board.", "kind CHAIR, or no board.");
        }
        if (read.stream().anyMatch(b -> clash(a, b))) {
            contradiction(at, "This person cannot hold this beside another appointment in this file at the same time.",
                "One of a kind at a time, one partner at a time, and an auditor nothing else.");
        }
    }

    private static boolean clash(Appoint a, Appoint b) {
        boolean apart = a.to() != null && a.to().isBefore(b.from()) || b.to() != null && b.to().isBefore(a.from());
        boolean auditor = a.kind() == AppointmentKind.AUDITOR || b.kind() == AppointmentKind.AUDITOR;
        boolean same = a.kind() == b.kind() && Objects.equals(a.board(), b.board());
        return a.person().equals(b.person()) && !apart && (auditor || same);
    }

    private static void contradiction(Place at, String problem, String right) {
        at.wrong(ProblemCode.CONTRADICTION, problem, right);
    }
}
