package org.concordat.command.automation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.concordat.api.Contract;
import org.concordat.api.decision.DueCommand;
import org.concordat.api.partnership.PartnershipId;
import org.springframework.jdbc.core.JdbcTemplate;

/** What will fall due, and when: kept from the events, and filled again from them. */
final class DueTable {

    /** No zone is further ahead: where a day has not begun there, it has begun nowhere. */
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    /** @param on the last day on which somebody may still act; the command is due once it has passed */
    record Due(String thing, DueCommand command, LocalDate on, ZoneId timeZone) {

        Instant since() {
            return on.plusDays(1).atStartOfDay(timeZone).toInstant();
        }
    }

    private final JdbcTemplate jdbc;
    private final Serializer serializer;

    DueTable(JdbcTemplate jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    void put(Due due, PartnershipId partnership) {
        jdbc.update("""
                insert into due (id, command, content, due_on, time_zone, partnership) values (?, ?, ?, ?, ?, ?)
                on conflict (id) do update set command = excluded.command, content = excluded.content,
                    due_on = excluded.due_on, time_zone = excluded.time_zone""",
                due.thing(), Contract.nameOf(due.command().getClass()),
                serializer.serialize(due.command(), String.class).getData(),
                Date.valueOf(due.on()), due.timeZone().getId(), partnership.value());
    }

    void remove(String thing) {
        jdbc.update("delete from due where id = ?", thing);
    }

    /** Unless it has been put off meanwhile. */
    void done(Due due) {
        jdbc.update("delete from due where id = ? and due_on = ?", due.thing(), Date.valueOf(due.on()));
    }

    void clear() {
        jdbc.update("delete from due");
    }

    /** The oldest first. */
    List<Due> at(Instant now) {
        return jdbc.query("select id, command, content, due_on, time_zone from due where due_on < ? order by due_on, id",
                (row, _) -> read(row), Date.valueOf(LocalDate.ofInstant(now, EASTERNMOST)))
                .stream().filter(due -> !due.since().isAfter(now)).toList();
    }

    private Due read(ResultSet row) throws SQLException {
        DueCommand command = serializer.deserialize(
                new SimpleSerializedObject<>(row.getString("content"), String.class, row.getString("command"), null));
        return new Due(row.getString("id"), command, row.getDate("due_on").toLocalDate(),
                ZoneId.of(row.getString("time_zone")));
    }
}
