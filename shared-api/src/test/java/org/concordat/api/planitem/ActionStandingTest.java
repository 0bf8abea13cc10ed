package org.concordat.api.planitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.api.planitem.PartStanding.ACCEPTED;
import static org.concordat.api.planitem.PartStanding.AWAITING_ACCEPTANCE;
import static org.concordat.api.planitem.PartStanding.DECLINED;
import static org.concordat.api.planitem.PartStanding.UNRESOLVED;
import static org.concordat.api.planitem.PartStanding.VERIFIED;

import java.util.List;
import org.concordat.api.Text;
import org.concordat.api.partnership.PartnerId;
import org.junit.jupiter.api.Test;

class ActionStandingTest {

    private static final PartnerId POLICE = new PartnerId("partner-mash.police");
    private static final Lead ONE = new Lead.Partner(POLICE);
    private static final Lead EACH = new Lead.EveryPartner(new Text("All partners"));
    private static final Lead JOINT = new Lead.Jointly(List.of(ONE, new Lead.AsPrinted(new Text("JM"))), POLICE);
    private static final Lead JOINT_WITH_EACH =
            new Lead.Jointly(List.of(EACH, new Lead.AsPrinted(new Text("JM"))), POLICE);

    @Test void cancelled_is_the_end_of_it() {
        assertThat(ActionStanding.of(true, true, ONE, List.of(VERIFIED))).isEqualTo(ActionStanding.CANCELLED);
    }

    @Test void nothing_accepted_is_agreed_or_started() {
        assertThat(ActionStanding.of(false, false, null, List.of())).isEqualTo(ActionStanding.AGREED);
        assertThat(ActionStanding.of(false, false, ONE, List.of(ACCEPTED))).isEqualTo(ActionStanding.AGREED);
        assertThat(ActionStanding.of(false, true, null, List.of())).isEqualTo(ActionStanding.STARTED);
        assertThat(ActionStanding.of(false, true, ONE, List.of(ACCEPTED))).isEqualTo(ActionStanding.STARTED);
    }

    @Test void one_lead_is_reported_then_verified() {
        assertThat(started(ONE, PartStanding.REPORTED_COMPLETE)).isEqualTo(ActionStanding.REPORTED_COMPLETE);
        assertThat(started(ONE, VERIFIED)).isEqualTo(ActionStanding.VERIFIED);
    }

    @Test void a_joint_lead_waits_only_for_those_who_accepted() {
        assertThat(started(JOINT, VERIFIED, UNRESOLVED)).isEqualTo(ActionStanding.VERIFIED);
        assertThat(started(JOINT, VERIFIED, DECLINED)).isEqualTo(ActionStanding.VERIFIED);
        assertThat(started(JOINT, VERIFIED, AWAITING_ACCEPTANCE)).isEqualTo(ActionStanding.VERIFIED);
        assertThat(started(JOINT, VERIFIED, PartStanding.REPORTED_COMPLETE)).isEqualTo(ActionStanding.REPORTED_COMPLETE);
        assertThat(started(JOINT, VERIFIED, ACCEPTED)).isEqualTo(ActionStanding.STARTED);
    }

    @Test void a_lead_of_every_partner_waits_for_each() {
        assertThat(started(EACH, VERIFIED, AWAITING_ACCEPTANCE)).isEqualTo(ActionStanding.STARTED);
        assertThat(started(EACH, VERIFIED, DECLINED)).isEqualTo(ActionStanding.STARTED);
        assertThat(started(EACH, VERIFIED, PartStanding.REPORTED_COMPLETE)).isEqualTo(ActionStanding.REPORTED_COMPLETE);
        assertThat(started(EACH, VERIFIED, VERIFIED)).isEqualTo(ActionStanding.VERIFIED);
        assertThat(started(JOINT_WITH_EACH, VERIFIED, UNRESOLVED)).isEqualTo(ActionStanding.STARTED);
    }

    private static ActionStanding started(Lead lead, PartStanding... parts) {
        return ActionStanding.of(false, true, lead, List.of(parts));
    }
}
