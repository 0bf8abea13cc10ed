package org.concordat.wiring;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Whoever misspells an option means something by it: nothing starts that would go on without. It looks where settings come from: the
 * command line, the environment, system properties and files; after the files were read, and before anything else.
 */
public final class UnknownOptions implements EnvironmentPostProcessor, Ordered {

    private static final Set<String> PROGRAMS = Set.of("Concordat", "CommandService", "QueryService");
    /** What Spring Boot itself takes without a dot. */
    private static final Set<String> WITHOUT_DOT = Set.of("debug", "trace");
    private static final String WORDS = CommandLinePropertySource.DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME;
    /** Files that came with the program. */
    private static final String OURS = "class path resource";
    private static final String VARIABLE = "CONCORDAT_";
    private static final int SHOWN = 100;

    @Override public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String config = environment.getProperty("spring.config.name", "");
        boolean program = application.getAllSources().stream()
                .anyMatch(source -> source instanceof Class<?> type && PROGRAMS.contains(type.getSimpleName()));
        KnownOptions known = KnownOptions.of(config.endsWith("-service"));
        refuse(environment, known, program);
    }

    static void refuse(ConfigurableEnvironment environment, KnownOptions known, boolean words) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (words && source instanceof CommandLinePropertySource<?> line) refuseWords(line, known);
            if (!(source instanceof EnumerablePropertySource<?> names) || source.getName().contains(OURS)) continue;
            for (String name : names.getPropertyNames()) {
                String setting = setting(source, name);
                if (setting != null && !known.knows(setting)) throw unknown(shown(source, name), setting, known);
                String meant = meant(source, name);
                if (meant != null) throw unknown(shown(source, name), meant, known);
            }
        }
    }

    private static StartRefusal unknown(String shown, String meant, KnownOptions known) {
        return new StartRefusal("Concordat does not know the option " + shown + known.nearest(meant)
                .map(near -> ": did you mean --" + near + "?").orElse(": docs/operations.md lists those it knows."));
    }

    /** Under its dotted name; null where it is no setting of ours. */
    private static @Nullable String setting(PropertySource<?> source, String name) {
        if (StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME.equals(source.getName())) {
            return name.toUpperCase(Locale.ROOT).startsWith(VARIABLE) ? name.toLowerCase(Locale.ROOT).replace('_', '.') : null;
        }
        return name.startsWith(KnownOptions.PREFIX) ? name : null;
    }

    /** What an option of the command line that is nobody's was meant to be: it has no prefix, or ours with a slip in it. */
    private static @Nullable String meant(PropertySource<?> source, String name) {
        if (!(source instanceof CommandLinePropertySource<?>) || WORDS.equals(name) || name.startsWith(KnownOptions.PREFIX)) return null;
        int dot = name.indexOf('.');
        if (dot < 0) return WITHOUT_DOT.contains(name) ? null : KnownOptions.PREFIX + name;
        return KnownOptions.distance(name.substring(0, dot + 1), KnownOptions.PREFIX) <= 2 ? KnownOptions.PREFIX + name.substring(dot + 1) : null;
    }

    private static String shown(PropertySource<?> source, String name) {
        return (source instanceof CommandLinePropertySource<?> ? "--" : "") + cut(name);
    }

    private static void refuseWords(CommandLinePropertySource<?> line, KnownOptions known) {
        String given = line.getProperty(WORDS);
        if (given == null || given.isEmpty()) return;
        String word = given.split(",")[0];
        String name = word.replaceFirst("^-+", "").split("=")[0];
        boolean option = word.startsWith("-") || name.contains(".");
        throw new StartRefusal("Concordat does not know the command " + cut(word) + (option ? known.nearest(name)
                .map(near -> ": did you mean --" + near + "=?").orElse(": options begin with two dashes.")
                : ": docs/operations.md lists the commands; options begin with two dashes."));
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
