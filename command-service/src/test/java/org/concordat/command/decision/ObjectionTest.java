package org.concordat.command.decision;

import static org.concordat.command.Hub.*;
import static org.concordat.command.decision.Facts.*;

import java.util.List;
import java.util.Map;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionRejection.*;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.PartnershipEvent.Appointed;
import org.junit.jupiter.api.Test;

/** An objection is tested, or resolved by its own partner. */
class ObjectionTest {

    @Test void an_objection_is_withdrawn_by_its_own_partner() {
        accepts(decision(tabled(), says(SCC, OBJECT)), change(AGREE), "scc", changes(SCC, AGREE),
                new ObjectionResolved(D, SCC, false));
    }

    @Test void an_objection_put_another_way_is_not_resolved() {
        accepts(decision(tabled(), says(SCC, OBJECT)), change(OBJECT), "scc", changes(SCC, OBJECT));
    }

    @Test void an_amendment_resolves_an_objection_when_its_partner_says_so() {
        accepts(decision(tabled(), says(SCC, OBJECT), amended(SCC)), new RecordPosition(D, Hash.of(SECOND), AGREE),
                "scc",
                new PositionRecorded(D, SCC, AGREE, Hash.of(SECOND), List.of(), mandate(SCC)),
                new ObjectionResolved(D, SCC, true));
    }

    @Test void an_objection_kept_on_the_new_wording_is_not_resolved() {
        accepts(decision(tabled(), says(SCC, OBJECT), amended(SCC)), new RecordPosition(D, Hash.of(SECOND), OBJECT),
                "scc",
                new PositionRecorded(D, SCC, OBJECT, Hash.of(SECOND), List.of(), mandate(SCC)));
    }

    @Test void an_objection_is_upheld() {
        accepts(decision(tabled(), says(SCC, OBJECT)), new UpholdObjection(D, SCC, text("So it is")), "chair",
                new ObjectionUpheld(D, SCC, text("So it is")));
    }

    @Test void an_objection_is_dismissed() {
        accepts(decision(tabled(), says(SCC, OBJECT)), new DismissObjection(D, SCC, text("Not so")), "chair",
                new ObjectionDismissed(D, SCC, text("Not so")));
    }

    @Test void an_objection_is_tested_once() {
        refuses(decision(tabled(), says(SCC, OBJECT), new ObjectionUpheld(D, SCC, text("x"))),
                new DismissObjection(D, SCC, text("x")),
                "chair", new NoObjection(SCC));
    }

    @Test void nobody_tests_their_own_objection() {
        Appointed chairToo = new Appointed(MASH, new AppointmentId("appointment-mash.scc-chair"), new PersonId("scc"),
                AppointmentKind.CHAIR, null, SSCB, START, null);
        var fixture = deciding(Map.of(), VOTING.after(chairToo, START));
        refuses(decision(fixture, tabled(), says(SCC, OBJECT)), new DismissObjection(D, SCC, text("x")), "scc",
                new OwnObjection(SCC));
    }
}
