package org.concordat.verifier;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.proof.VerifierKey;

/** What follows a command: words, and options each with a value (save flags), in any order. */
record Options(List<String> words, Map<String, List<String>> values) {

    private static final Set<String> FLAGS = Set.of("--first");

    static Options parse(List<String> arguments, Set<String> known) {
        List<String> words = new ArrayList<>();
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            if (!known.contains(word)) throw new Unreadable("There is no option " + Shown.of(word) + " here.");
            boolean flag = FLAGS.contains(word);
            if (!flag && i + 1 == arguments.size()) throw new Unreadable("The option " + word + " needs a value.");
            values.computeIfAbsent(word, w -> new ArrayList<>()).add(flag ? "" : arguments.get(++i));
        }
        return new Options(words, values);
    }

    void words(int least, int most, String usage) {
        if (words.size() < least || words.size() > most) throw new Unreadable("Use: " + usage);
    }

    Path path(int word) {
        return path(words.get(word));
    }

    List<Path> paths(String option) {
        return values.getOrDefault(option, List.of()).stream().map(Options::path).toList();
    }

    Path only(String option) {
        List<Path> paths = paths(option);
        if (paths.size() != 1) throw new Unreadable("The option " + option + " is needed once.");
        return paths.get(0);
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    List<VerifierKey> keys(String option, VerifierKey.Type type) {
        return values.getOrDefault(option, List.of()).stream().map(vkey -> key(option, vkey, type)).toList();
    }

    private static VerifierKey key(String option, String vkey, VerifierKey.Type type) {
        VerifierKey key = Inputs.parsed("The key of " + option, () -> VerifierKey.parse(vkey));
        if (key.type() == type) return key;
        throw new Unreadable("The key of " + option + " is for " + (type == VerifierKey.Type.NOTE ? "cosigning, not signing." : "signing, not cosigning."));
    }

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new Unreadable(Shown.of(word) + " is no path.");
        }
    }
}
