package org.concordat.standalone.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.concordat.api.Receipt;
import org.concordat.wiring.CommandIdTaken;
import org.jspecify.annotations.Nullable;

/** The one connection that appends. Its session holds the lock, so losing the connection is losing the right. */
final class WriterConnection implements AutoCloseable {

    /** Another process holds the store's lock. */
    static final class Taken extends SQLException {
        Taken() {
            super("Another writer holds the event store");
        }
    }

    private static final String INSERT =
            "insert into event (index, " + EventRow.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String USE = "insert into command_id (key, index) values (?, ?)";

    private final Connection connection;
    private long last;

    private WriterConnection(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(true);
        if (!WriterLock.take(connection)) throw new Taken();
        last = Long.parseLong(one("select coalesce(max(index), 0) from event"));
        connection.setAutoCommit(false);
    }

    static WriterConnection open(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try {
            return new WriterConnection(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    long last() {
        return last;
    }

    /** Gives each row the next place and commits them together; a failure of the insert leaves nothing behind. */
    void append(List<EventRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement use = connection.prepareStatement(USE)) {
            long index = last;
            for (EventRow row : rows) {
                row.bind(insert, ++index);
                insert.addBatch();
                if (row.command() == null) continue;
                use.setObject(1, row.command().value());
                use.setLong(2, index);
                use.addBatch();
            }
            insert.executeBatch();
            use.executeBatch();
        } catch (SQLException e) {
            rollBack(e);
            throw e;
        }
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new Ambiguous(e);
        }
        last += rows.size();
    }

    /**
     * Why an append failed that had somebody before it: its command id was used, or only the race for a number was lost.
     * The same command sent again, alone or at once, may have lost both.
     */
    Exception why(Append append, SQLException failure) {
        if (!DuplicateKeys.in(failure)) return failure;
        try {
            for (EventRow row : append.rows()) {
                CommandKey command = row.command();
                if (command == null) continue;
                Optional<CommandIdTaken> taken = CommandKey.carried(connection, command.value()).map(earlier -> new CommandIdTaken(
                        new Receipt(earlier.thing(), earlier.version(), command.commandId()),
                        earlier.thing().equals(row.aggregateId()) && earlier.content().equals(command.content())));
                if (taken.isPresent()) return taken.get();
            }
            return failure;
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return failure;
        } finally {
            endReading();
        }
    }

    /** A connection that broke is noticed by the next append. */
    private void endReading() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            return;
        }
    }

    /** Which of these events stand behind the place: how an append ended whose answer was lost. */
    Set<String> recorded(long after, List<EventRow> rows) throws SQLException {
        Set<String> asked = rows.stream().map(EventRow::eventId).collect(Collectors.toSet());
        try (PreparedStatement select = connection.prepareStatement(
                "select event_id from event where index > ? and event_id = any(?)")) {
            select.setLong(1, after);
            select.setArray(2, connection.createArrayOf("text", asked.toArray()));
            Set<String> found = new java.util.HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) found.add(row.getString(1));
            }
            connection.commit();
            return found;
        }
    }

    private void rollBack(SQLException failure) throws Ambiguous {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
            throw new Ambiguous(failure);
        }
    }

    private String one(String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It was lost already; the server ends the session and its lock by itself.
            return;
        }
    }

    /** The connection broke: whether the events were recorded is not known yet. */
    static final class Ambiguous extends SQLException {
        Ambiguous(@Nullable SQLException cause) {
            super("The connection to the store broke", cause == null ? null : cause.getSQLState(), cause);
        }
    }
}
