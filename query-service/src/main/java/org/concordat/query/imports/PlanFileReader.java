package org.concordat.query.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.Held;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipCommand.AdmitPartner;
import org.concordat.api.partnership.PartnershipCommand.Appoint;
import org.concordat.api.partnership.PartnershipCommand.RegisterBoard;
import org.concordat.api.partnership.PartnershipCommand.RegisterFinding;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.SevenS;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.OdComponent;
import org.concordat.api.planitem.PlanArea;
import org.concordat.api.planitem.PlanItemCommand.AgreeAction;
import org.concordat.api.planitem.PlanItemCommand.DrawUpItem;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads a file of the import format (docs/import-format.md) whole: a plan, or every problem it has. */
public final class PlanFileReader {

    /** The largest file that is read, in bytes. */
    public static final int LARGEST = SourceText.LARGEST;

    private final Problems problems;
    private final PartnershipId id;
    private final Names names;
    private final List<AgreeAction> actions = new ArrayList<>();
    private final Map<ActionId, Lead> leads = new LinkedHashMap<>();

    private PlanFileReader(Problems problems, PartnershipId id) {
        this.problems = problems;
        this.id = id;
        this.names = new Names(id.key());
    }

    public static Reading read(byte[] bytes) {
        Problems problems = new Problems();
        String text = SourceText.of(bytes, problems);
        Node root = problems.none() ? YamlTree.of(text, problems) : null;
        if (root == null || !problems.none()) return new Reading.Bad(problems.inOrder());
        Fields plan = new Place(root, "", problems).fields(Shape.PLAN);
        Fields partnership = plan.at("partnership").fields(Shape.PARTNERSHIP);
        PlanFile file = new PlanFileReader(problems, key(partnership.at("id"))).plan(plan, partnership);
        return problems.none() ? new Reading.Good(file) : new Reading.Bad(problems.inOrder());
    }

    private static PartnershipId key(Place at) {
        PartnershipId standIn = new PartnershipId("partnership-x");
        String key = at.absent() ? null : at.words();
        return key == null ? standIn : at.as(k -> new PartnershipId("partnership-" + k), standIn, key,
            ProblemCode.INVALID_ID, "A key of 1 to 40 small letters, digits and -, such as mash.");
    }

    private PlanFile plan(Fields plan, Fields partnership) {
        version(plan.at("version"));
        if (plan.has("note")) plan.at("note").text();
        LocalDate planEnd = partnership.at("planEnd").date();
        LocalDate effectiveOn = plan.at("effectiveOn").date();
        if (problems.none() && planEnd.isBefore(effectiveOn)) {
            partnership.at("planEnd").wrong(ProblemCode.CONTRADICTION,
                "The plan ends before it is effective, on " + effectiveOn + ".", "A day on or after effectiveOn.");
        }
        Fields parties = plan.at("parties").fields(Shape.PARTIES);
        List<AdmitPartner> partners = parties.at("partners").list(500).stream().map(this::partner).toList();
        List<RegisterBoard> boards = parties.at("boards").list(500).stream().map(this::board).toList();
        List<RegisterFinding> findings = plan.at("findings").list(1_000).stream().map(this::finding).toList();
        AppointmentReader appointments = new AppointmentReader(id, effectiveOn, names);
        List<Appoint> appoints = plan.at("appointments").list(1_000).stream().map(appointments::read).toList();
        List<DrawUpItem> items = plan.at("items").list(500).stream().map(this::item).toList();
        return new PlanFile(id, partnership.at("name").text(), partnership.at("timeZone").zone(), planEnd, effectiveOn,
            plan.has("effectiveDayAssumed") && plan.at("effectiveDayAssumed").flag(),
            new PlanThings(partners, boards, findings, appoints, items, actions, leads));
    }

    private static void version(Place at) {
        if (!at.absent() && !(at.node() instanceof ScalarNode scalar && scalar.getValue().equals("1"))) {
            at.wrong(ProblemCode.UNSUPPORTED_VERSION, "This version of the import format is not known here.",
                "version: 1");
        }
    }

    private AdmitPartner partner(Place at) {
        Fields f = at.fields(Shape.PARTNER);
        return new AdmitPartner(id, names.declare("partner", f.at("id"), PartnerId::new), f.at("name").text());
    }

    private RegisterBoard board(Place at) {
        Fields f = at.fields(Shape.BOARD);
        return new RegisterBoard(id, names.declare("board", f.at("id"), BoardId::new), f.at("name").text(),
            f.has("level") ? f.at("level").oneOf(Level.class) : null);
    }

    private RegisterFinding finding(Place at) {
        Fields f = at.fields(Shape.FINDING);
        return new RegisterFinding(id, names.declare("finding", f.at("id"), FindingId::new),
            f.at("lens").oneOf(SevenS.class), f.at("text").text(),
            f.has("held") ? f.at("held").oneOf(Held.class) : Held.NOT_STATED);
    }

    private DrawUpItem item(Place at) {
        Fields f = at.fields(Shape.ITEM);
        ItemId item = names.declare("item", f.at("id"), ItemId::new);
        Set<FindingId> answers = new LinkedHashSet<>();
        for (Place finding : f.at("findings").list(200)) {
            answers.add(names.known("finding", finding, FindingId::new, ProblemCode.UNKNOWN_FINDING));
        }
        DrawUpItem drawn = new DrawUpItem(id, item, f.at("area").oneOf(PlanArea.class), f.at("title").text(),
            f.at("purpose").texts(), f.at("challenges").texts(), f.at("approach").texts(),
            f.at("reviewQuestions").texts(), answers, f.at("component").oneOf(OdComponent.class),
            f.has("lens") ? f.at("lens").oneOf(SevenS.class) : null, null);
        f.at("actions").list(500).forEach(action -> action(item, action));
        return drawn;
    }

    private void action(ItemId item, Place at) {
        Fields f = at.fields(Shape.ACTION);
        String inItem = "action-" + item.value().substring("item-".length()) + ".";
        ActionId action = names.declare("action", f.at("code"),
            whole -> new ActionId(inItem + whole.substring(whole.indexOf('.') + 1)));
        Fields lead = f.has("lead") ? f.at("lead").fields(Shape.LEAD) : null;
        actions.add(new AgreeAction(item, action, f.at("code").text(), f.at("methods").texts(),
            TimescaleReader.read(f.at("timescale")), lead == null ? null : lead.at("printed").text()));
        if (lead != null) leads.put(action, new LeadReader(names).read(lead));
    }
}
