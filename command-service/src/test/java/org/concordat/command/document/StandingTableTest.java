package org.concordat.command.document;

import static org.concordat.command.Hub.*;
import static org.concordat.command.document.Texts.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Rejection;
import org.concordat.api.decision.DueCommand.BringIntoForce;
import org.concordat.api.document.DocumentCommand.AcknowledgeVersion;
import org.concordat.api.document.DocumentEvent;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.command.Page;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.junit.jupiter.api.Test;

/** Every command in every standing of an agreed text; the same table is the page in docs/. */
class StandingTableTest {

    private static final Act POLICE_ACT =
            new Act(new PersonId("police"), POLICE, AppointmentKind.REPRESENTATIVE, TODAY, TODAY, ROLL);
    private static final Map<String, BiFunction<Document, Act, List<DocumentEvent>>> COMMANDS = new LinkedHashMap<>();
    private static final Map<String, List<DocumentEvent>> STANDINGS = new LinkedHashMap<>();

    static {
        COMMANDS.put("ProposeVersion, the first text", (d, act) -> d.propose(propose(FIRST), act));
        COMMANDS.put("ProposeVersion, a second text", (d, act) -> d.propose(propose(SECOND), act));
        COMMANDS.put("BringIntoForce, the first text", (d, act) -> d.bringIntoForce(new BringIntoForce(VISION, Hash.of(FIRST), D), act));
        COMMANDS.put("BringIntoForce, a second text", (d, act) -> d.bringIntoForce(new BringIntoForce(VISION, Hash.of(SECOND), D), act));
        COMMANDS.put("AcknowledgeVersion, the first text", (d, act) -> d.acknowledge(new AcknowledgeVersion(VISION, Hash.of(FIRST)), act));
        COMMANDS.put("AcknowledgeVersion, a second text", (d, act) -> d.acknowledge(new AcknowledgeVersion(VISION, Hash.of(SECOND)), act));
        STANDINGS.put("no version", List.of());
        STANDINGS.put("first proposed", List.of(proposed(1, FIRST)));
        STANDINGS.put("first in force", with("first proposed", inForce(FIRST)));
        STANDINGS.put("first acknowledged", with("first in force", acknowledged(FIRST)));
        STANDINGS.put("second proposed", with("first acknowledged", proposed(2, SECOND)));
        STANDINGS.put("second in force", with("second proposed", inForce(SECOND)));
    }

    private static List<DocumentEvent> with(String standing, DocumentEvent more) {
        List<DocumentEvent> events = new ArrayList<>(STANDINGS.get(standing));
        events.add(more);
        return events;
    }

    @Test void the_page_in_docs_is_what_is_decided() throws IOException {
        Page.approve("document.md", """
                # Every command in every standing of an agreed text

                The document is a vision. Proposing and acknowledging is for those whose appointment allows it (see authority.md);
                BringIntoForce is nobody's to give: Concordat sends it when a decision has adopted exactly that text, so a change that is
                not adopted leaves the version in force. "yes" makes an event; a code is the refusal, and nothing happens. This page is
                written by a test from what is decided.

                """ + Page.standings(COMMANDS.keySet(), STANDINGS,
                        command -> command, StandingTableTest::outcome));
    }

    private static String outcome(List<DocumentEvent> events, String command) {
        Document document = Document.NONE;
        for (DocumentEvent event : events) document = document.after(event, START);
        try {
            return COMMANDS.get(command).apply(document, POLICE_ACT).isEmpty() ? "nothing" : "yes";
        } catch (Rejected refused) {
            return ((Rejection) refused.getDetails().orElseThrow()).code();
        }
    }
}
