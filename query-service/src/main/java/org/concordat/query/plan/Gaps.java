package org.concordat.query.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PartStanding;
import org.jspecify.annotations.Nullable;

/** What stands in the way of somebody answering for an action: said, never filled in. */
final class Gaps {

    private Gaps() {}

    static List<String> of(Action action) {
        if (action.standing().over()) return List.of();
        Lead lead = action.lead();
        if (lead == null) {
            return List.of(action.leadAsPrinted() == null ? "No lead is printed."
                    : action.leadAsPrinted() + " is printed and no lead is assigned.");
        }
        List<String> gaps = new ArrayList<>();
        action.acceptances().stream().filter(p -> p.standing() == PartStanding.UNRESOLVED)
                .map(p -> unresolved(p.party())).filter(Objects::nonNull).forEach(gaps::add);
        if (lead instanceof Lead.Jointly joint && joint.answers() == null) {
            gaps.add("The joint lead names no partner that answers.");
        }
        if (action.acceptances().stream().noneMatch(p -> p.standing().accepted())) {
            gaps.add("Nobody has accepted.");
        } else if (lead instanceof Lead.Jointly joint && joint.answers() != null && !answered(action, joint)) {
            gaps.add("The partner that answers for the joint lead has not accepted.");
        }
        return List.copyOf(gaps);
    }

    // A part handed over has another party than the one that was to answer: whoever took it answers now.
    private static boolean answered(Action action, Lead.Jointly joint) {
        return action.acceptances().stream().anyMatch(p -> p.standing().accepted()
                && (Objects.equals(p.party().answering(), joint.answers()) || !joint.parties().contains(p.party())));
    }

    private static @Nullable String unresolved(Lead.Party party) {
        return switch (party) {
            case Lead.AsPrinted p -> p.words() + " is printed and nobody has said who it is.";
            case Lead.Post p -> p.title() + " is a post, and no partner is named that answers for it.";
            case Lead.Group g -> g.name() + " is a group, and no partner is named that answers for it.";
            case Lead.Partner p -> null;
            case Lead.Board b -> null;
            case Lead.Person p -> null;
        };
    }
}
