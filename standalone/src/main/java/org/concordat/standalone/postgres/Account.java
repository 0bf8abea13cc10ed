package org.concordat.standalone.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.standalone.StartRefused;

/** How a program is started so that it is not root and no signal of the terminal reaches it. */
final class Account {

    private Account() {}

    /** Ctrl-C is for Concordat, which then stops PostgreSQL in order; where there is no setsid both get it, and nothing is lost. */
    static List<String> wrap() {
        return Stream.concat(found("setsid"), root() ? nobody() : Stream.of()).toList();
    }

    private static boolean root() {
        return new UnixSystem().getUid() == 0;
    }

    private static Stream<String> nobody() {
        try {
            Process tried = new ProcessBuilder("unshare", "-U", "true").redirectErrorStream(true).start();
            if (tried.waitFor() == 0) return Stream.of("unshare", "-U");
        } catch (IOException e) {
            // Said below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StartRefused("PostgreSQL does not run as root: start Concordat from an account without rights,"
                + " or name an existing PostgreSQL with --concordat.database.url.");
    }

    private static Stream<String> found(String program) {
        return Stream.of("/usr/bin", "/bin").map(folder -> Path.of(folder, program)).filter(Files::isExecutable)
                .map(Path::toString).limit(1);
    }
}
