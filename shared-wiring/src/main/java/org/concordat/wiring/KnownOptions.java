package org.concordat.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The settings under {@code concordat.} that something on the class path reads, with what each is. */
public final class KnownOptions {

    public static final String PREFIX = "concordat.";
    private static final String FILES = "classpath*:META-INF/concordat/";

    private final Map<String, String> described = new TreeMap<>();

    private KnownOptions() {}

    /** @param overAxonServer whether those of processes over Axon Server are among them */
    public static KnownOptions of(boolean overAxonServer) {
        KnownOptions options = new KnownOptions();
        options.add("options.properties");
        if (overAxonServer) options.add("options-over-axon-server.properties");
        return options;
    }

    private void add(String file) {
        try {
            for (Resource found : new PathMatchingResourcePatternResolver().getResources(FILES + file)) {
                Properties some = PropertiesLoaderUtils.loadProperties(found);
                some.stringPropertyNames().forEach(name -> described.put(name, some.getProperty(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Map<String, String> described() {
        return described;
    }

    /** However it is written: {@code CONCORDAT_LEDGER_KEY}, {@code concordat.ledger-key} and one of a list, {@code concordat.founders[0]}. */
    boolean knows(String name) {
        String bare = bare(name.replaceAll("\\[\\d+]", ""));
        return described.keySet().stream().anyMatch(known -> bare(known).equals(bare)
                || bare.startsWith(bare(known)) && bare.substring(bare(known).length()).matches("\\d+"));
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The one that was probably meant; none where nothing is near. */
    Optional<String> nearest(String name) {
        String bare = bare(name);
        return described.keySet().stream().min(Comparator.comparingInt(known -> distance(bare(known), bare)))
                .filter(known -> distance(bare(known), bare) <= Math.max(2, (bare.length() - bare(PREFIX).length()) / 2));
    }

    /** Levenshtein's. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
