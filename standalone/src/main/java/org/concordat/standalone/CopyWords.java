package org.concordat.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.concordat.standalone.copy.CopyRefused;
import org.jspecify.annotations.Nullable;

/**
 * What a program of copies is asked on the command line.
 *
 * @param folder     of the copy; null for a drill that makes its own
 * @param checkpoint the file of one held elsewhere
 * @param key        the public key that signed it
 * @param settings   Concordat's own, as for the server
 */
record CopyWords(Word word, @Nullable Path folder, boolean withKey, @Nullable Path checkpoint, @Nullable String key, List<String> settings) {

    enum Word {
        BACKUP(Set.of("with-key")), RESTORE(Set.of("checkpoint", "key")), DRILL(Set.of("checkpoint", "key"));

        private final Set<String> options;

        Word(Set<String> options) {
            this.options = options;
        }

        String said() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The word is the first argument that is no option. */
    static @Nullable Word word(String... arguments) {
        for (String argument : arguments) {
            if (argument.startsWith("-")) continue;
            for (Word word : Word.values()) if (word.said().equals(argument)) return word;
            return null;
        }
        return null;
    }

    /** @throws CopyRefused where it is not how the program is asked */
    static CopyWords of(Word word, String... arguments) {
        List<String> plain = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            String name = argument.startsWith("--") ? argument.substring(2).split("=", 2)[0] : "";
            if (name.contains(".")) settings.add(argument);
            else if (name.isEmpty()) plain.add(argument);
            else if (!word.options.contains(name)) throw usage(word, "It does not know --" + name + ".");
            else if (name.equals("with-key") || argument.contains("=")) options.put(name, argument.substring(Math.min(argument.length(), name.length() + 3)));
            else if (++i < arguments.length) options.put(name, arguments[i]);
            else throw usage(word, "--" + name + " needs a value.");
        }
        plain.removeFirst();
        if (plain.size() > 1 || plain.isEmpty() && word != Word.DRILL) throw usage(word, "It takes one folder.");
        String checkpoint = options.get("checkpoint");
        return new CopyWords(word, plain.isEmpty() ? null : Path.of(plain.getFirst()), options.containsKey("with-key"),
                checkpoint == null ? null : Path.of(checkpoint), options.get("key"), settings);
    }

    private static CopyRefused usage(Word word, String problem) {
        String how = switch (word) {
            case BACKUP -> "backup DIR [--with-key] [--concordat.data=DATA]";
            case RESTORE -> "restore DIR [--checkpoint=FILE [--key=KEY]] [--concordat.data=NEW]";
            case DRILL -> "drill [DIR] [--checkpoint=FILE [--key=KEY]] [--concordat.data=DATA]";
        };
        return new CopyRefused(problem + " Usage: java -jar concordat.jar " + how);
    }
}
