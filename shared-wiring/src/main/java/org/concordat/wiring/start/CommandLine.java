package org.concordat.wiring.start;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How this process was started. */
record CommandLine(String program, List<String> words) {

    /** One byte a character, so that whatever was given is given on. */
    static final Charset AS_IT_IS = StandardCharsets.ISO_8859_1;

    private static final Path LINUX = Path.of("/proc/self/cmdline");

    /** Null where the system does not tell. */
    static @Nullable CommandLine ofThisProcess() {
        ProcessHandle.Info info = ProcessHandle.current().info();
        String program = info.command().orElse(null);
        if (program == null) return null;
        try {
            // What the process handle says of a long line is nothing.
            if (Files.isReadable(LINUX)) return new CommandLine(program, words(Files.readAllBytes(LINUX)));
        } catch (IOException notTold) {
            return null;
        }
        return info.arguments().map(arguments -> {
            List<String> words = new ArrayList<>(List.of(program));
            for (String word : arguments) words.add(new String(word.getBytes(), AS_IT_IS));
            return new CommandLine(program, words);
        }).orElse(null);
    }

    /** Each ends with a zero byte; an empty one is a word too. */
    private static List<String> words(byte[] line) {
        List<String> words = new ArrayList<>(Arrays.asList(new String(line, AS_IT_IS).split("\0", -1)));
        words.removeLast();
        return words;
    }
}
