package org.concordat.query.proving;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signed statements of others that the record contradicts: they stay until somebody writes down that they are settled. */
public final class Alarms {

    private static final String RAISE =
            "insert into ledger_alarm (raised_at, sentence, note) values (?, ?, ?) on conflict (sentence) do nothing";

    private final JdbcClient jdbc;
    private final Clock clock;

    Alarms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void raise(String sentence, String note) {
        jdbc.sql(RAISE).params(clock.instant().atOffset(ZoneOffset.UTC), sentence, note).update();
    }

    /** A sentence each, the oldest first. */
    public List<String> standing() {
        return jdbc.sql("select sentence from ledger_alarm where settled_at is null order by id limit 50")
                .query((row, n) -> row.getString(1)).list();
    }
}
