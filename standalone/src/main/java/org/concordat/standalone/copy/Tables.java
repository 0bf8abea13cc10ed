package org.concordat.standalone.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The tables of a session's schema: which there are, and their rows as text, in and out. */
record Tables(Connection session) {

    /** In the order in which they were made, so that what others refer to comes first. */
    private static final String NAMES = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname = current_schema() and c.relname <> 'flyway_schema_history' order by c.oid""";
    private static final String COLUMNS = """
            select attname from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum""";
    private static final String COUNTERS =
            "select attname from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and attidentity <> ''";

    List<String> names() throws SQLException {
        return texts(NAMES);
    }

    List<String> columns(String table) throws SQLException {
        return texts(COLUMNS.formatted(table));
    }

    boolean empty(String table) throws SQLException {
        return "f".equals(texts("select exists (select from " + table + ")").getFirst());
    }

    long write(String table, List<String> columns, OutputStream to) throws SQLException, IOException {
        return copying().copyOut("copy " + named(table, columns) + " to stdout", to);
    }

    long read(String table, List<String> columns, InputStream from) throws SQLException, IOException {
        return copying().copyIn("copy " + named(table, columns) + " from stdin", from);
    }

    /** The next number of a column that counts by itself comes after the largest there is. */
    void goOnCounting(String table) throws SQLException {
        for (String column : texts(COUNTERS.formatted(table))) {
            texts("select setval(pg_get_serial_sequence('" + table + "', '" + column + "'), (select coalesce(max(" + column
                    + "), 0) + 1 from " + table + "), false)");
        }
    }

    void empty(Set<String> tables) throws SQLException {
        if (!tables.isEmpty()) execute("truncate " + String.join(", ", tables));
    }

    List<String> texts(String query) throws SQLException {
        try (Statement statement = session.createStatement(); ResultSet row = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (row.next()) found.add(row.getString(1));
            return found;
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private CopyManager copying() throws SQLException {
        return session.unwrap(PGConnection.class).getCopyAPI();
    }

    /** “index” is a column of ours and a word of SQL's elsewhere. */
    private static String named(String table, List<String> columns) {
        return table + columns.stream().collect(Collectors.joining("\", \"", " (\"", "\")"));
    }
}
