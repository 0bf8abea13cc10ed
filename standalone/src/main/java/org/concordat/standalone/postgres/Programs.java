package org.concordat.standalone.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.standalone.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's programs, unpacked below the data folder, and nothing but what this version brings. See docs/adr/0022. */
record Programs(Path home) {

    private static final Logger LOG = LoggerFactory.getLogger(Programs.class);

    static Programs in(Path data) throws IOException {
        String archive = archive();
        String ours = known().get(archive);
        if (ours == null || Programs.class.getResource("/" + archive) == null) {
            throw new StartRefused("This Concordat brings no PostgreSQL for this system (" + archive
                    + "): name an existing one with --concordat.database.url.");
        }
        Path home = data.resolve("programs");
        if (Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
            Owned.folder(home);
            if (new Tree(home).hash().equals(ours)) return new Programs(home);
            LOG.warn("PostgreSQL's programs in {} are not those this version brings: they are unpacked anew.", home);
            new Tree(home).remove();
        }
        return unpacked(archive, ours, home);
    }

    private static Programs unpacked(String archive, String ours, Path home) throws IOException {
        Path draft = home.resolveSibling("programs.new");
        new Tree(draft).remove();
        try (InputStream in = Programs.class.getResourceAsStream("/" + archive)) {
            if (in == null) throw new IOException(archive + " is gone");
            if (!Tree.unpacked(in, draft).hash().equals(ours)) {
                new Tree(draft).remove();
                throw new StartRefused("PostgreSQL's programs in this Concordat were changed (" + archive
                        + "): take the jar anew from where it was built.");
            }
        }
        Files.move(draft, home);
        return new Programs(home);
    }

    /** The hash of what each archive unpacks to. A test keeps it equal to the archives. */
    static Map<String, String> known() {
        try (InputStream in = Programs.class.getResourceAsStream("programs.sha256")) {
            if (in == null) throw new IllegalStateException("programs.sha256 is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split(" "))
                    .collect(Collectors.toMap(words -> words[0], words -> words[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String archive() {
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        return "postgres-" + system + "-" + arch + ".txz";
    }

    /** PostgreSQL does not run as root: there it runs in a user namespace, where it is nobody, with the same process id. */
    List<String> line(String program, List<String> arguments) {
        List<String> line = new ArrayList<>(Account.wrap());
        line.add(home.resolve("bin").resolve(program).toString());
        line.addAll(arguments);
        return line;
    }

    Process run(String program, List<String> arguments, Path input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line(program, arguments)).redirectErrorStream(true).redirectInput(input.toFile());
        // Settings of a client on this machine are none of this server's.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    /** Runs to its end; what it said last, or an exception that says so. */
    void finish(String program, List<String> arguments, Path input) throws IOException, InterruptedException {
        Process process = run(program, arguments, input);
        List<String> said;
        try (Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
            said = lines.toList();
        }
        boolean failed = said.stream().anyMatch(line -> line.contains("ERROR:") || line.contains("FATAL:") || line.contains("PANIC:"));
        if (process.waitFor() == 0 && !failed) return;
        throw new IOException(said.stream().filter(line -> line.matches(".*(error|ERROR|FATAL|PANIC|could not|cannot).*")).findFirst()
                .orElse(program + " ended with " + process.exitValue()).strip());
    }
}
