package org.concordat.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The embedded PostgreSQL's log, which holds each change once more until its files are used again, or go. */
record WriteAheadLog(Connection session) {

    /** Each round ends one file; ahead of the present one lie some dozens at most. */
    private static final int ROUNDS = 1_000;

    /** Goes on until none of the files there were is left, the ones kept for later use included; how many there were. */
    int renewed() throws SQLException {
        Set<String> old = files();
        Set<String> left = old;
        for (int round = 0; !left.isEmpty(); round++) {
            if (round == ROUNDS) throw new StartRefused("PostgreSQL keeps files of its write-ahead log: " + left + ".");
            // What stands behind the last record of a file is filled with zeros when it is left.
            Purge.texts(session, "select pg_logical_emit_message(false, 'purge', '')");
            Purge.texts(session, "select pg_switch_wal()");
            Purge.execute(session, "checkpoint");
            left = files();
            left.retainAll(old);
        }
        return old.size();
    }

    private Set<String> files() throws SQLException {
        return new HashSet<>(Purge.texts(session, "select name from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$'"));
    }
}
