package org.concordat.standalone;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.concordat.standalone.store.WriterLock;

/**
 * PostgreSQL leaves what was deleted or changed where it stood: in dead rows, in samples of values, in its write-ahead log.
 * A purge writes every table anew and renews the log, so that what is gone is gone from the files.
 *
 * @param ours whether the server is the embedded one, whose log nobody else needs
 */
record Purge(DataSource source, boolean ours) {

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname = current_schema() order by 1""";
    /** Said by an entry, and not carried out in the store. */
    private static final String PENDING = """
            with said as (select convert_from(payload, 'UTF8')::jsonb ->> 'entry' as entry from event
                where type = 'partnership.PayloadDisposedOf')
            select count(*) from said join event on aggregate_id = substring(entry from '^entry-(.*)@[0-9]+$')
                and sequence = substring(entry from '@([0-9]+)$')::bigint - 1
            where not jsonb_exists(convert_from(metadata, 'UTF8')::jsonb, 'disposed')""";
    private static final String BEHIND =
            "select (select coalesce(max(index), 0) from event) - (select coalesce(max(index), 0) from ledger)";

    /** What was done, in a sentence. */
    String run() throws SQLException {
        try (Connection session = source.getConnection()) {
            if (!WriterLock.take(session)) {
                throw new StartRefused("Another Concordat is using this database: stop it first, then purge.");
            }
            if (!"0".equals(texts(session, PENDING).getFirst()) || !"0".equals(texts(session, BEHIND).getFirst())) {
                throw new StartRefused("Something that was disposed of is not carried out yet:"
                        + " start Concordat once, stop it when it is ready, then purge.");
            }
            long began = System.nanoTime();
            List<String> tables = texts(session, TABLES);
            for (String table : tables) execute(session, "vacuum (full, analyze) " + table);
            long rewritten = (System.nanoTime() - began) / 1_000_000;
            return "Purged: " + tables.size() + " tables written anew in " + rewritten + " ms. " + rest(session)
                    + " Copies made before hold what was purged: destroy them, or restore and purge them.";
        }
    }

    private String rest(Connection session) throws SQLException {
        if (!"t".equals(texts(session, "select usesuper from pg_user where usename = current_user").getFirst())) {
            return "Its samples of values and its write-ahead log are the database's owner's to purge.";
        }
        execute(session, "delete from pg_statistic s using pg_class c, pg_attribute a where c.oid = s.starelid"
                + " and a.attrelid = s.starelid and a.attnum = s.staattnum and a.attstattarget = 0");
        execute(session, "vacuum full pg_catalog.pg_statistic");
        if (!ours) return "Its write-ahead log, archives and replicas are the database's owner's to purge.";
        return new WriteAheadLog(session).renewed() + " files of the write-ahead log removed.";
    }

    static List<String> texts(Connection session, String query) throws SQLException {
        try (Statement statement = session.createStatement(); ResultSet row = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (row.next()) found.add(row.getString(1));
            return found;
        }
    }

    static void execute(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }
}
