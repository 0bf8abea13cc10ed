package org.concordat.query.imports;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.concordat.api.Ids;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.planitem.Lead;
import org.jspecify.annotations.Nullable;

/** Reads a lead in the contract's own shape, with the file's local ids: {@code post: {title: OD, partner: police}}. */
final class LeadReader {

    private static final Lead NOBODY = new Lead.AsPrinted(Place.NO_TEXT);

    private final Names names;

    LeadReader(Names names) {
        this.names = names;
    }

    Lead read(Fields lead) {
        String way = lead.chosen(Shape.LEAD.ways());
        Place at = lead.at(way);
        return way.equals("jointly") ? jointly(at, at.fields(Shape.JOINT_LEAD)) : one(way, at);
    }

    private Lead one(String way, Place at) {
        return switch (way) {
            case "partner" -> new Lead.Partner(partner(at.fields(Shape.PARTNER_LEAD).at("partner")));
            case "post" -> {
                Fields f = at.fields(Shape.POST_LEAD);
                yield new Lead.Post(f.at("title").text(), partnerOrNull(f));
            }
            case "board" -> new Lead.Board(names.known("board", at.fields(Shape.BOARD_LEAD).at("board"), BoardId::new,
                ProblemCode.UNKNOWN_PARTY));
            case "group" -> {
                Fields f = at.fields(Shape.GROUP_LEAD);
                yield new Lead.Group(f.at("name").text(), partnerOrNull(f));
            }
            case "person" -> new Lead.Person(person(at.fields(Shape.PERSON_LEAD).at("person")));
            case "asPrinted" -> new Lead.AsPrinted(at.fields(Shape.AS_PRINTED_LEAD).at("words").text());
            case "everyPartner" -> new Lead.EveryPartner(at.fields(Shape.EVERY_PARTNER_LEAD).at("words").text());
            default -> NOBODY;
        };
    }

    private Lead jointly(Place at, Fields joint) {
        Place list = joint.at("parties");
        List<Lead> parties = list.list(50).stream().map(this::party).toList();
        Place answers = joint.at("answers");
        PartnerId answering = names.knownOrNull("partner", answers, PartnerId::new, ProblemCode.UNKNOWN_PARTY);
        if (parties.size() < 2) {
            list.wrong(ProblemCode.CONTRADICTION,
                "A joint lead has at least two parties; here are " + parties.size() + ".",
                "Two parties or more, or a lead that is not joint.");
            return NOBODY;
        }
        if (answering != null && !speaks(parties, answering)) {
            answers.wrong(ProblemCode.CONTRADICTION, "The partner that answers is none of the parties.",
                "One of the parties: " + parties.stream().map(Lead::answering).filter(Objects::nonNull)
                    .map(p -> Ids.local(p.value())).collect(Collectors.joining(", ")) + ".");
        }
        return new Lead.Jointly(parties, answering);
    }

    private static boolean speaks(List<Lead> parties, PartnerId answering) {
        return parties.stream().anyMatch(p -> p instanceof Lead.EveryPartner || answering.equals(p.answering()));
    }

    private Lead party(Place at) {
        Fields fields = at.fields(Shape.PARTY);
        String way = fields.chosen(Shape.PARTY.ways());
        return one(way, fields.at(way));
    }

    static PersonId person(Place at) {
        PersonId standIn = new PersonId("x");
        String words = at.absent() ? null : at.words();
        return words == null ? standIn
            : at.as(PersonId::new, standIn, words, ProblemCode.INVALID_ID,
                "An opaque person id, never a name: a token's subject.");
    }

    private PartnerId partner(Place at) {
        return names.known("partner", at, PartnerId::new, ProblemCode.UNKNOWN_PARTY);
    }

    private @Nullable PartnerId partnerOrNull(Fields fields) {
        return names.knownOrNull("partner", fields.at("partner"), PartnerId::new, ProblemCode.UNKNOWN_PARTY);
    }
}
