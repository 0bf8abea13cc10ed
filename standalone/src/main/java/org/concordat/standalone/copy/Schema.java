package org.concordat.standalone.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What this version does to the schema, and what was done to one. */
public final class Schema {

    private static final String[] LOCATIONS = {"classpath:db/migration/store", "classpath:db/migration/tokens",
        "classpath:db/migration/ledger", "classpath:db/migration/command"};
    private static final Pattern MADE = Pattern.compile("create table (?:if not exists )?(\\w+)", Pattern.CASE_INSENSITIVE);

    private Schema() {}

    /** Every migration of this version, whatever order the numbers of the parts come in. */
    public static Flyway all(DataSource source) {
        return settings(source).load();
    }

    /** No others than these: the schema as it was when a copy was made. */
    static Flyway only(DataSource source, Set<String> versions) {
        return settings(source).resourceProvider(new Selected(scripts().stream()
                .filter(script -> versions.contains(Selected.version(script))).toList())).load();
    }

    private static FluentConfiguration settings(DataSource source) {
        return Flyway.configure().dataSource(source).outOfOrder(true).locations(LOCATIONS);
    }

    /** What was done to this schema; nothing where nothing was. */
    static List<Manifest.Migration> applied(DataSource source) {
        return Arrays.stream(all(source).info().applied()).filter(done -> done.getVersion() != null).map(Schema::of).toList();
    }

    /** What this version would do, by file. */
    static List<Manifest.Migration> known(DataSource source) {
        return Arrays.stream(all(source).info().all())
                .filter(one -> one.getVersion() != null && one.getState().isResolved()).map(Schema::ofFile).toList();
    }

    private static Manifest.Migration of(MigrationInfo done) {
        return new Manifest.Migration(done.getVersion().getVersion(), done.getDescription(), done.getAppliedChecksum());
    }

    private static Manifest.Migration ofFile(MigrationInfo one) {
        return new Manifest.Migration(one.getVersion().getVersion(), one.getDescription(), one.getResolvedChecksum());
    }

    /** The tables that migrations of this version make. */
    static Set<String> tables() {
        Set<String> tables = new LinkedHashSet<>();
        for (Resource script : scripts()) {
            try {
                Matcher made = MADE.matcher(script.getContentAsString(StandardCharsets.UTF_8));
                while (made.find()) tables.add(made.group(1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return tables;
    }

    private static List<Resource> scripts() {
        var resolver = new PathMatchingResourcePatternResolver();
        List<Resource> scripts = new ArrayList<>();
        for (String location : LOCATIONS) {
            try {
                scripts.addAll(List.of(resolver.getResources("classpath*:" + location.substring("classpath:".length()) + "/V*__*.sql")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        scripts.sort(java.util.Comparator.comparing(script -> Objects.requireNonNull(script.getFilename())));
        return scripts;
    }
}
