package org.concordat.verifier;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The command line. Exit codes: 0 it holds, 1 it does not hold, 2 it cannot be judged. */
public final class Verifier {

    private static final String USAGE = """
            Judges what a Concordat log says. Exit code 0: it holds; 1: it does not hold; 2: it cannot be judged.

              verify PACK [--key VKEY]… [--held CHECKPOINT]… [--witness VKEY]…
                  an evidence pack, the whole of it
              list PACK
                  its entries, for reading; nothing is judged
              log DIR [--key VKEY]… [--held CHECKPOINT]…
                  a whole log as files (C2SP tlog-tiles)
              compare CHECKPOINT CHECKPOINT [CONSISTENCY] [--key VKEY]
                  whether the larger begins with the smaller; CONSISTENCY: hashes in hex or base64, a line each
              keygen NAME FILE
                  a partner's cosigning key: the secret into FILE, the public key (VKEY) on the screen
              cosign CHECKPOINT [CONSISTENCY] --key VKEY --secret FILE --held FILE [--first]
                  the checkpoint with this partner's line added, if it continues the one held

              --key      the log's public key, as you know it from elsewhere
              --held     a checkpoint that you took before
              --witness  a partner's public cosigning key, which must vouch for a checkpoint of the pack
            """;

    private Verifier() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(List.of(arguments), out, err, Clock.systemUTC());
        out.flush();
        System.exit(code);
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err, Clock clock) {
        try {
            return judged(arguments, out, err, clock);
        } catch (Unreadable e) {
            out.flush();
            err.println("CANNOT BE JUDGED: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            out.flush();
            err.println("CANNOT BE JUDGED: it needs more memory than this Java was given (-Xmx).");
        } catch (RuntimeException e) {
            out.flush();
            err.println("CANNOT BE JUDGED: it holds something that no pack, log or checkpoint has (" + e.getClass().getSimpleName() + ").");
        }
        return 2;
    }

    private static int judged(List<String> arguments, PrintStream out, PrintStream err, Clock clock) {
        String command = arguments.isEmpty() ? "help" : arguments.get(0);
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        Findings findings = new Findings(command.equals("cosign") ? err : out);
        try {
            switch (command) {
                case "verify" -> verify(Options.parse(rest, Set.of("--key", "--held", "--witness")), findings);
                case "log" -> log(Options.parse(rest, Set.of("--key", "--held")), findings);
                case "compare" -> Heads.compare(Options.parse(rest, Set.of("--key")), findings);
                case "list" -> list(Options.parse(rest, Set.of()), out);
                case "keygen" -> Heads.keygen(Options.parse(rest, Set.of()), out);
                case "cosign" -> Heads.cosign(Options.parse(rest, Set.of("--key", "--secret", "--held", "--first")), findings, out, clock);
                case "help", "--help" -> out.print(USAGE);
                default -> throw new Unreadable("There is no command " + Shown.of(command) + "; help shows those there are.");
            }
        } catch (Findings.Enough e) {
            findings.note("So much does not hold that the rest was not looked at.");
        }
        if (Set.of("verify", "log", "compare").contains(command)) out.println(findings.failed() == 0 ? "IT HOLDS." : "IT DOES NOT HOLD.");
        return arguments.isEmpty() ? 2 : findings.failed() == 0 ? 0 : 1;
    }

    private static void verify(Options options, Findings findings) {
        options.words(1, 1, "verify PACK [--key VKEY]… [--held CHECKPOINT]… [--witness VKEY]…");
        try (Archive archive = new Archive(options.path(0))) {
            new PackCheck(archive, findings).run(options);
        }
    }

    private static void list(Options options, PrintStream out) {
        options.words(1, 1, "list PACK");
        try (Archive archive = new Archive(options.path(0))) {
            PackCheck.list(archive, out);
        }
    }

    private static void log(Options options, Findings findings) {
        options.words(1, 1, "log DIR [--key VKEY]… [--held CHECKPOINT]…");
        if (!LogCheck.isLog(options.path(0))) throw new Unreadable(Shown.of(options.path(0).toString()) + " is no folder.");
        new LogCheck(options.path(0), findings).run(options);
    }
}
