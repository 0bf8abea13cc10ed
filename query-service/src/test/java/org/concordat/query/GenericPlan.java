package org.concordat.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What PostgreSQL makes of a question when it plans it for any values, as it does from the sixth time on. */
public final class GenericPlan implements AutoCloseable {

    private final SingleConnectionDataSource database;
    private final JdbcTemplate jdbc;

    /** @param rows what fills the tables */
    public GenericPlan(String... rows) throws Exception {
        database = new SingleConnectionDataSource(EmbeddedDatabase.fresh().getConnection(), true);
        jdbc = new JdbcTemplate(database);
        for (String sql : rows) jdbc.execute(sql);
        jdbc.execute("analyze");
        jdbc.execute("set plan_cache_mode = force_generic_plan");
    }

    /** With parameters by name or by question mark. */
    public String of(String query, String... values) {
        String numbered = NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(query), null);
        List<String> parts = List.of(numbered.split("\\?", -1));
        StringBuilder text = new StringBuilder(parts.getFirst());
        for (int n = 1; n < parts.size(); n++) text.append('$').append(n).append(parts.get(n));
        assertThat(values).hasSize(parts.size() - 1);
        jdbc.execute("prepare asked as " + text);
        try {
            return jdbc.queryForList("explain execute asked(" + String.join(", ", values) + ")", String.class).stream()
                    .collect(Collectors.joining("\n"));
        } finally {
            jdbc.execute("deallocate asked");
        }
    }

    /** The first values, then so many that are not given, then the last. */
    public static String[] values(List<String> first, int absent, String last) {
        return Stream.of(first, Collections.nCopies(absent, "null"), List.of(last)).flatMap(List::stream).toArray(String[]::new);
    }

    @Override public void close() {
        database.destroy();
    }
}
