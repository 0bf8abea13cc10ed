package org.concordat.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The demo's people, and who of them may give a command: its description says so, and the things in it say whose they are. */
final class FuzzPeople {

    static final List<String> ALL = List.of("police", "scc", "ssotp", "social-care", "programme", "chair", "auditor", "outsider");
    static final List<String> REPRESENTATIVES = ALL.subList(0, 4);
    private static final Pattern FOR = Pattern.compile("\\bFor ([^.]*)\\.");

    private FuzzPeople() {}

    /** Mostly somebody who may; the secretary's appointment is held by the programme office. */
    static String giving(String description, String operation, Random random) {
        String words = FOR.matcher(description).results().map(MatchResult::group).collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
        List<String> may = new ArrayList<>();
        if (words.matches(".*(programme office|secretary|founders).*")) may.add("programme");
        if (words.contains("chair")) may.add("chair");
        if (may.isEmpty() || words.matches(".*(representatives|partner).*")) may.addAll(owners(operation));
        List<String> from = random.nextInt(100) < 90 ? may : ALL;
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> owners(String operation) {
        List<String> named = REPRESENTATIVES.stream().filter(person ->
                Pattern.compile("(commitment|proviso|mandate)-mash\\.(\\S+\\.)?" + person).matcher(operation).find()).toList();
        return named.isEmpty() ? REPRESENTATIVES : named;
    }
}
