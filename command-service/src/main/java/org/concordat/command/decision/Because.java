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
import org.concordat.api.decision.Share;
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
            case ADOPTED -> adopted("") + agree() + ", " + quorum() + ", " + noObjection();
            case ADOPTED_WITH_DISSENT -> adopted(" with dissent") + agree() + ", " + quorum() + ", " + noObjection();
            case NOT_ADOPTED -> "Not adopted: " + (nobodyLeft() ? nobody() : tie() + agree());
            case INQUORATE -> "Inquorate: " + (nobodyLeft() ? nobody() : answered()) + (tally.reserved()
                    ? ", and in a reserved matter every partner must answer" : ", " + quorum());
            case DEADLOCKED -> "Deadlocked: " + agree() + ", " + quorum() + ", but " + joined(inTheWay);
        }));
        if (result == Result.NOT_ADOPTED) clauses.addAll(inTheWay);
        others(clauses, said);
        if (result.adopted()) provisos(clauses);
        return String.join("; ", clauses) + ".";
    }

    /** The numbers that the threshold was given, and the threshold. */
    private String agree() {
        Share share = tally.share();
        Threshold threshold = tally.rule().threshold();
        String number = share.agree() == 0 ? "none" : Integer.toString(share.agree());
        String verb = silenceAlone() ? share.agree() > 1 ? " are deemed to agree" : " is deemed to agree"
                : share.agree() > 1 ? " agree" : " agrees";
        boolean someDeemed = count(s -> s == Stance.DEEMED) > 0;
        return (!threshold.ofPositions() ? number + " of " + share.of() + verb
                : someDeemed ? number + verb + ", of " + share.of() + " taking a position or deemed to agree"
                : number + " of " + share.of() + " taking a position" + verb) + " (rule: " + threshold.words() + ")";
    }

    /** What rests on silence alone says so first. */
    private String adopted(String how) {
        return "Adopted" + (silenceAlone() ? " by silence alone" : "") + how + ": "
                + (silenceAlone() ? "no partner said itself that it agrees; " : "");
    }

    private boolean silenceAlone() {
        return tally.share().agree() > 0 && count(s -> s == Stance.AGREE) == 0;
    }

    private String tie() {
        long against = count(s -> s == Stance.DISAGREE || s == Stance.OBJECT);
        return against > 0 && against == tally.share().agree()
                ? "a tie, " + against + " for and " + against + " against; " : "";
    }

    private boolean nobodyLeft() {
        return tally.counting().isEmpty();
    }

    private String nobody() {
        return "every eligible partner " + (tally.gone().isEmpty() ? "recused itself"
                : tally.recused().isEmpty() ? "has left the partnership" : "recused itself or has left");
    }

    private String answered() {
        long answered = count(s -> s != Stance.DEEMED);
        return (answered == 0 ? "none" : answered) + " of " + tally.counting().size() + " answered";
    }

    private String quorum() {
        return tally.rule().quorum() == 0 ? "no quorum required" : "quorum " + tally.rule().quorum();
    }

    private String noObjection() {
        return tally.positions().values().stream().anyMatch(t -> t.test() == Taken.Test.DISMISSED)
                ? "no objection upheld" : "no objection";
    }

    private void inTheWay(List<String> clauses, Set<PartnerId> said) {
        for (PartnerId partner : tally.counting()) {
            Taken taken = tally.positions().get(partner);
            if (taken != null && taken.objects()) {
                String how = taken.test() == Taken.Test.UPHELD ? "was upheld" : "was not tested";
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
