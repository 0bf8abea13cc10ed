package org.concordat.command.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.concordat.api.decision.Result;
import org.concordat.api.decision.Stance;
import org.concordat.api.decision.Threshold;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoStanding;
import org.jspecify.annotations.Nullable;

/** A result in a sentence, as the minutes would have it. */
record Because(Tally tally, Function<PartnerId, String> name) {

    String sentence() {
        Result result = tally.result();
        List<String> inTheWay = new ArrayList<>();
        Set<PartnerId> said = new HashSet<>();
        if (result == Result.DEADLOCKED || result == Result.NOT_ADOPTED) inTheWay(inTheWay, said);
        List<String> clauses = new ArrayList<>(List.of(switch (result) {
            case ADOPTED -> "Adopted: " + agree() + ", " + quorum() + ", " + noObjection();
            case ADOPTED_WITH_DISSENT -> "Adopted with dissent: " + agree() + ", " + quorum() + ", " + noObjection();
            case NOT_ADOPTED -> "Not adopted: " + agree() + asked();
            case INQUORATE -> "Inquorate: " + spoke() + (tally.reserved()
                    ? ", and in a reserved matter every partner takes one" : ", " + quorum());
            case DEADLOCKED -> "Deadlocked: " + agree() + ", " + quorum() + ", but " + joined(inTheWay);
        }));
        if (result == Result.NOT_ADOPTED) clauses.addAll(inTheWay);
        others(clauses, said);
        if (result.adopted()) provisos(clauses);
        return String.join("; ", clauses) + ".";
    }

    private String agree() {
        long agree = count(s -> s == Stance.AGREE || s == Stance.DEEMED);
        return (agree == 0 ? "none" : agree) + " of " + tally.counting().size() + (agree > 1 ? " agree" : " agrees");
    }

    private String spoke() {
        long spoke = count(s -> s != Stance.DEEMED);
        return (spoke == 0 ? "none" : spoke) + " of " + tally.counting().size() + " took a position";
    }

    private String quorum() {
        return tally.rule().quorum() == 0 ? "no quorum asked" : "quorum " + tally.rule().quorum();
    }

    private String noObjection() {
        return tally.positions().values().stream().anyMatch(t -> t.test() == Taken.Test.DISMISSED)
                ? "no objection upheld" : "no objection";
    }

    private String asked() {
        return tally.rule().threshold() == Threshold.CONSENT ? ""
                : ", and the rule asks that " + tally.rule().threshold().words();
    }

    private void inTheWay(List<String> clauses, Set<PartnerId> said) {
        for (PartnerId partner : tally.counting()) {
            Taken taken = tally.positions().get(partner);
            if (taken != null && taken.objects()) {
                String how = taken.test() == Taken.Test.UPHELD ? "was upheld" : "stands untested";
                clauses.add(possessive(partner) + " objection " + how);
                said.add(partner);
            }
        }
        tally.rule().mustAgree().stream().sorted(java.util.Comparator.comparing(PartnerId::value)).forEach(partner -> {
            Taken taken = tally.positions().get(partner);
            boolean agrees = taken != null && (taken.stance() == Stance.AGREE || taken.stance() == Stance.DEEMED);
            if (!agrees && said.add(partner)) {
                clauses.add(name.apply(partner) + ", whose agreement is needed, " + instead(partner, taken));
            }
        });
    }

    private String instead(PartnerId partner, @Nullable Taken taken) {
        if (taken != null) return taken.stance() == Stance.ABSTAIN ? "abstains" : "disagrees";
        if (tally.recused().contains(partner)) return "recused itself";
        return tally.gone().contains(partner) ? "is no longer a partner" : "did not answer";
    }

    /** Who is not simply among those that agree. */
    private void others(List<String> clauses, Set<PartnerId> said) {
        say(clauses, said, standing(t -> t.test() == Taken.Test.UPHELD),
                " has an objection upheld", " have objections upheld");
        say(clauses, said, standing(t -> t.test() == Taken.Test.WAITING),
                " has an objection untested", " have objections untested");
        say(clauses, said, standing(t -> t.test() == Taken.Test.DISMISSED),
                " disagrees, its objection not upheld", " disagree, their objections not upheld");
        say(clauses, said, standing(t -> t.test() == Taken.Test.NONE && t.stance() == Stance.DISAGREE),
                " disagrees", " disagree");
        say(clauses, said, standing(t -> t.stance() == Stance.ABSTAIN), " abstains", " abstain");
        say(clauses, said, standing(t -> t.stance() == Stance.DEEMED),
                " did not answer and is deemed to agree", " did not answer and are deemed to agree");
        say(clauses, said, tally.silent(), " did not answer", " did not answer");
        say(clauses, said, tally.recused(), " recused itself", " recused themselves");
        say(clauses, said, tally.gone(), " is no longer a partner", " are no longer partners");
    }

    private void say(List<String> clauses, Set<PartnerId> said, List<PartnerId> partners, String one, String several) {
        List<String> names = partners.stream().filter(p -> !said.contains(p)).map(name).toList();
        if (!names.isEmpty()) clauses.add(joined(names) + (names.size() == 1 ? one : several));
    }

    private void provisos(List<String> clauses) {
        Map<PartnerId, Long> open = provisos(p -> p.standing() == ProvisoStanding.OPEN);
        open.forEach((partner, n) -> clauses.add(possessive(partner) + " agreement is subject to " + many(n)));
        Map<PartnerId, Long> broken = provisos(p -> p.standing().broken());
        broken.forEach((partner, n) ->
                clauses.add(many(n) + " of " + possessive(partner) + " agreement did not come true"));
    }

    private Map<PartnerId, Long> provisos(Predicate<Proviso> which) {
        Map<PartnerId, Long> counts = new LinkedHashMap<>();
        tally.counting().forEach(partner -> {
            long n = tally.provisos().of(partner).filter(which).count();
            if (n > 0) counts.put(partner, n);
        });
        return counts;
    }

    private static String many(long provisos) {
        return provisos == 1 ? "one proviso" : provisos + " provisos";
    }

    private List<PartnerId> standing(Predicate<Taken> which) {
        return tally.positions().entrySet().stream().filter(e -> which.test(e.getValue()))
                .map(Map.Entry::getKey).toList();
    }

    private long count(Predicate<Stance> which) {
        return tally.positions().values().stream().map(Taken::stance).filter(which).count();
    }

    private String possessive(PartnerId partner) {
        String named = name.apply(partner);
        return named + (named.endsWith("s") ? "'" : "'s");
    }

    private static String joined(List<String> names) {
        return names.size() < 2 ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
