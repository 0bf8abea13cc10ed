package org.concordat.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.concordat.standalone.copy.CopyRefused;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code backup}, {@code restore} and {@code drill}: programs beside the server, with its settings and nothing else of it. */
@SpringBootConfiguration(proxyBeanMethods = false)
class CopyRun {

    static boolean asked(String... arguments) {
        return CopyWords.word(arguments) != null;
    }

    /** Ends the process with 1, and with a sentence, where it could not be done. */
    static void start(String... arguments) {
        try {
            CopyWords words = CopyWords.of(Objects.requireNonNull(CopyWords.word(arguments)), arguments);
            if (!run(words)) System.exit(1);
        } catch (CopyRefused | StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static boolean run(CopyWords words) {
        var application = new SpringApplication(CopyRun.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        // No database is opened on the way: which one, and how, differs from program to program.
        application.setInitializers(List.of());
        try (ConfigurableApplicationContext context = application.run(words.settings().toArray(String[]::new))) {
            var copies = new Copies(context.getEnvironment(), System.out);
            return switch (words.word()) {
                case BACKUP -> copies.backup(folder(words), words.withKey());
                case RESTORE -> copies.restore(folder(words), words.checkpoint(), words.key());
                case DRILL -> new Drill(copies, System.out).run(words.folder(), words.checkpoint(), words.key());
            };
        }
    }

    private static Path folder(CopyWords words) {
        return Objects.requireNonNull(words.folder());
    }
}
