package org.concordat.command.planitem;

import static org.concordat.command.Hub.*;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.OdComponent;
import org.concordat.api.planitem.PlanArea;
import org.concordat.api.planitem.PlanItemCommand.AgreeAction;
import org.concordat.api.planitem.PlanItemCommand.DrawUpItem;
import org.concordat.api.planitem.PlanItemEvent.*;
import org.concordat.api.planitem.Timescale;

/** What has happened to the item of the tests, in the words of the hub. */
final class Facts {

    static final ItemId LEADERSHIP = new ItemId("item-mash.leadership");
    static final ActionId A06 = new ActionId("action-mash.leadership.A06");
    static final Timescale MARCH = new Timescale.InMonth(YearMonth.of(2013, 3), "March 2013");
    static final Timescale MAY = new Timescale.ByMonth(YearMonth.of(2013, 5), "By May 2013");
    static final Lead POLICE_LEAD = new Lead.Partner(POLICE);
    static final Lead EVERY_PARTNER = new Lead.EveryPartner(text("All partners"));
    static final Lead AS_PRINTED = new Lead.Jointly(List.of(new Lead.Group(text("Senior staff"), null), new Lead.Partner(SCC),
            new Lead.Partner(POLICE), new Lead.Partner(SSOTP)), null);
    static final Lead POLICE_ANSWERS = new Lead.Jointly(((Lead.Jointly) AS_PRINTED).parties(), POLICE);

    private Facts() {}

    static DrawUpItem drawUp() {
        return new DrawUpItem(MASH, LEADERSHIP, PlanArea.LEADERSHIP, text("Leadership"), List.of(), List.of(text("Be clear who leads")),
                List.of(), List.of(), Set.of(F8D), OdComponent.PEOPLE, null, null);
    }

    static ItemDrawnUp drawnUp() {
        DrawUpItem c = drawUp();
        return new ItemDrawnUp(MASH, LEADERSHIP, c.area(), c.title(), c.purpose(), c.challenges(), c.approach(),
                c.reviewQuestions(), c.findings(), c.component(), c.lens());
    }

    static AgreeAction agree() {
        return new AgreeAction(LEADERSHIP, A06, text("A06"), List.of(text("Meet")), MARCH, text("Senior staff /SCC/ Police/ SSOTP"));
    }

    static ActionAgreed agreed() {
        AgreeAction c = agree();
        return new ActionAgreed(LEADERSHIP, A06, c.code(), c.methods(), c.timescale(), c.leadAsPrinted());
    }

    static LeadAssigned assigned(Lead lead) {
        return new LeadAssigned(LEADERSHIP, A06, lead, lead.parties(List.of(POLICE, SCC, SSOTP)));
    }

    static LeadAccepted accepted(int part, PartnerId by) {
        return new LeadAccepted(LEADERSHIP, A06, part, new Lead.Partner(by));
    }

    static LeadDeclined declined(int part, PartnerId by) {
        return new LeadDeclined(LEADERSHIP, A06, part, new Lead.Partner(by), text("No capacity"));
    }

    static LeadHandedOver handedOver(int part, PartnerId from, PartnerId to) {
        return new LeadHandedOver(LEADERSHIP, A06, part, new Lead.Partner(from), new Lead.Partner(to), text("Moves with the team"));
    }

    static ActionStarted started() {
        return new ActionStarted(LEADERSHIP, A06);
    }

    static CompletionReported reported(int part, String person) {
        return new CompletionReported(LEADERSHIP, A06, part, new PersonId(person), null);
    }

    static CompletionVerified verified(int part) {
        return new CompletionVerified(LEADERSHIP, A06, part);
    }

    static ActionCancelled cancelled() {
        return new ActionCancelled(LEADERSHIP, A06, text("Overtaken"));
    }
}
