package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import tools.jackson.databind.JsonNode;

/** A partnership of a test's own on the demo; police, scc and ssotp speak for its partners, each under a mandate. */
record Partnership(Client client, String name) {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    static final List<String> PARTNERS = List.of("police", "scc", "ssotp");
    static final String EVERY_LEVEL =
            "{decisionClass: PARTNERSHIP, levels: [STRATEGIC, TACTICAL, OPERATIONAL], finalWord: false, delegable: false}";
    static final String EVERYBODY =
            "{threshold: EVERY_PARTNER, mustAgree: [], quorum: 3, closesEarly: false, silenceAgrees: false}";
    static final String AGREE = "{agree: {}}";

    static Partnership established(Client client, String name) {
        var hub = new Partnership(client, name);
        hub.does("programme", "establishPartnership", "partnershipId: \"" + hub.id() + "\", name: \"" + name
                + "\", timeZone: \"Europe/London\", planEnd: \"" + TODAY.plusYears(5)
                + "\", programmeOffice: \"programme\"");
        for (String partner : PARTNERS) {
            hub.here("admitPartner", "partner: \"%s\", name: \"%s\"".formatted(hub.id("partner", partner), partner));
            hub.appointed(partner, "REPRESENTATIVE, partner: \"" + hub.id("partner", partner) + "\"");
            hub.mandate(partner, partner, EVERY_LEVEL);
        }
        hub.appointed("chair", "CHAIR");
        hub.appointed("auditor", "AUDITOR");
        hub.appointed("programme", "SECRETARY");
        return hub;
    }

    String id() {
        return "partnership-" + name;
    }

    String id(String kind, String local) {
        return kind + "-" + name + "." + local;
    }

    private void appointed(String person, String as) {
        here("appoint", "person: \"%s\", kind: %s, from: \"%s\"".formatted(person, as, TODAY));
    }

    JsonNode mandate(String local, String holder, String scope) {
        return here("giveMandate", mandateSays(local, holder, scope));
    }

    String mandateSays(String local, String holder, String scope) {
        return "mandate: \"%s\", holder: \"%s\", partner: \"%s\", scope: %s, from: \"%s\", reference: \"Minute 1\""
                .formatted(id("mandate", local), holder, id("partner", holder), scope, TODAY);
    }

    /** What the programme office does to the partnership itself. */
    JsonNode here(String command, String input) {
        return does("programme", command, "partnershipId: \"" + id() + "\", " + input);
    }

    JsonNode does(String person, String command, String input) {
        JsonNode answer = client.ask(person, mutation(command, input));
        assertThat(answer.has("errors")).as("%s %s: %s", person, command, answer).isFalse();
        return answer.at("/data/" + command);
    }

    /** The code of the refusal, or the whole answer where it was not refused. */
    String asks(String person, String command, String input) {
        return client.code(person, mutation(command, input));
    }

    private static String mutation(String command, String input) {
        return "mutation { " + command + "(input: {" + input + "}) { id version } }";
    }

    /** Tables it for all three, open until tomorrow, and answers the hash of its wording. */
    String tabled(String local, String wording, String rule, boolean reserved, String effects) {
        does("programme", "tableProposal", proposal(local, wording, rule, reserved, effects));
        return Hash.of(new Text(wording)).value();
    }

    String tabled(String local) {
        return tabled(local, "We do " + local + ".", EVERYBODY, false, "");
    }

    String proposal(String local, String wording, String rule, boolean reserved, String effects) {
        return ("partnershipId: \"%s\", decisionId: \"%s\", title: \"%s\", wording: \"%s\", rule: %s, eligible: [%s], deadline: \"%s\","
                + " level: STRATEGIC, decisionClass: PARTNERSHIP, reserved: %s, effects: [%s]").formatted(id(),
                id("decision", local), local,
                wording, rule, everybody(), TODAY.plusDays(1), reserved, effects);
    }

    String everybody() {
        return PARTNERS.stream().map(p -> "\"" + id("partner", p) + "\"").collect(Collectors.joining(", "));
    }

    String says(String local, String hash, String position) {
        return "decisionId: \"%s\", wording: \"%s\", position: %s".formatted(id("decision", local), hash, position);
    }

    JsonNode position(String partner, String local, String hash, String position) {
        return does(partner, "recordPosition", says(local, hash, position));
    }

    /** Everybody agrees and the chair closes it. */
    JsonNode adopted(String local, String hash) {
        PARTNERS.forEach(partner -> position(partner, local, hash, AGREE));
        return does("chair", "closeDecision", "decisionId: \"" + id("decision", local) + "\"");
    }

    /** No earlier than that receipt. */
    JsonNode decision(JsonNode receipt, String local, String fields) {
        at(receipt, "version");
        return client.ask("auditor", "{ node(id: \"" + id("decision", local) + "\") { ... on Decision { " + fields
                + " } } }")
                .at("/data/node");
    }

    JsonNode at(JsonNode receipt, String fields) {
        JsonNode answer = client.ask("auditor",
                "{ partnership(id: \"%s\", atLeast: {id: \"%s\", version: %d}) { %s } }".formatted(id(),
                receipt.path("id").asString(), receipt.path("version").asInt(), fields));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/partnership");
    }

    /** The types of the entries of one thing, oldest first. */
    List<String> history(JsonNode receipt, String subject) {
        return at(receipt, "history(first: 100, filter: {subject: \"" + subject + "\"}) { edges { node { type } } }")
                .at("/history/edges").valueStream().map(edge -> edge.at("/node/type").asString()).toList();
    }
}
