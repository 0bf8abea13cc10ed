package org.concordat.query.imports;

import java.util.List;
import java.util.stream.Stream;

/** The fields each object of the format has. docs/plan-import.schema.json holds the same, kept equal by a test. */
enum Shape {
    PLAN(List.of("version", "partnership", "effectiveOn", "parties", "items"),
        List.of("effectiveDayAssumed", "note", "findings", "appointments")),
    PARTNERSHIP(List.of("id", "name", "timeZone", "planEnd"), List.of()),
    PARTIES(List.of("partners"), List.of("boards")),
    PARTNER(List.of("id", "name"), List.of()),
    BOARD(List.of("id", "name"), List.of("level")),
    FINDING(List.of("id", "lens", "text"), List.of("held")),
    APPOINTMENT(List.of("id", "person", "kind", "from"), List.of("partner", "board", "to")),
    ITEM(List.of("id", "area", "title", "component"),
        List.of("lens", "purpose", "challenges", "approach", "reviewQuestions", "findings", "actions")),
    ACTION(List.of("code", "timescale"), List.of("methods", "lead")),
    TIMESCALE(List.of(), List.of("byMonth", "inMonth", "between", "ongoing", "ongoingWithCheckpoint")),
    BY_MONTH(List.of("month", "printed"), List.of()),
    IN_MONTH(List.of("month", "printed"), List.of()),
    BETWEEN(List.of("from", "to", "printed"), List.of()),
    ONGOING(List.of("printed"), List.of()),
    ONGOING_WITH_CHECKPOINT(List.of("checkpoint", "printed"), List.of()),
    LEAD(List.of("printed"),
        List.of("partner", "post", "board", "group", "person", "asPrinted", "everyPartner", "jointly")),
    PARTY(List.of(), List.of("partner", "post", "board", "group", "person", "asPrinted", "everyPartner")),
    PARTNER_LEAD(List.of("partner"), List.of()),
    POST_LEAD(List.of("title"), List.of("partner")),
    BOARD_LEAD(List.of("board"), List.of()),
    GROUP_LEAD(List.of("name"), List.of("partner")),
    PERSON_LEAD(List.of("person"), List.of()),
    AS_PRINTED_LEAD(List.of("words"), List.of()),
    EVERY_PARTNER_LEAD(List.of("words"), List.of()),
    JOINT_LEAD(List.of("parties"), List.of("answers"));

    private final List<String> required;
    private final List<String> optional;

    Shape(List<String> required, List<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    List<String> required() {
        return required;
    }

    /** The ways to say it, of a shape of which one way is chosen. */
    List<String> ways() {
        return optional;
    }

    List<String> fields() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }
}
