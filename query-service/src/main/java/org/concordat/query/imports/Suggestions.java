package org.concordat.query.imports;

import java.beans.Introspector;
import java.util.LinkedHashMap;
import java.util.Map;
import org.concordat.api.partnership.PartnershipCommand.AdmitPartner;
import org.concordat.api.partnership.PartnershipCommand.Appoint;
import org.concordat.api.partnership.PartnershipCommand.RegisterBoard;
import org.concordat.api.partnership.PartnershipCommand.RegisterFinding;
import org.concordat.api.planitem.PlanItemCommand.AgreeAction;
import org.concordat.query.imports.Difference.Suggestion;
import tools.jackson.databind.json.JsonMapper;

/** Writes a command as the mutation that gives it. */
final class Suggestions {

    private final JsonMapper json = InputJson.MAPPER;

    @SuppressWarnings("unchecked")
    Suggestion of(Object command) {
        Map<String, Object> input = new LinkedHashMap<>(json.convertValue(command, Map.class));
        input.values().removeIf(java.util.Objects::isNull);
        return new Suggestion(Introspector.decapitalize(command.getClass().getSimpleName()), input);
    }

    Suggestion of(String mutation, String first, Object one, String second, Object two, String third, Object three) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put(first, plain(one));
        input.put(second, plain(two));
        input.put(third, plain(three));
        return new Suggestion(mutation, input);
    }

    Suggestion of(String mutation, String first, Object one, String second, Object two) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put(first, plain(one));
        input.put(second, plain(two));
        return new Suggestion(mutation, input);
    }

    /** The action agreed anew; its id is left to be made, as the old one stays taken. */
    Suggestion renewed(AgreeAction action) {
        Suggestion whole = of(action);
        whole.input().remove("action");
        return whole;
    }

    Object idOf(Object command) {
        return switch (command) {
            case AdmitPartner c -> c.partner();
            case RegisterBoard c -> c.board();
            case RegisterFinding c -> c.finding();
            case Appoint c -> c.appointment();
            default -> throw new IllegalArgumentException(command.toString());
        };
    }

    private Object plain(Object value) {
        return json.convertValue(value, Object.class);
    }
}
