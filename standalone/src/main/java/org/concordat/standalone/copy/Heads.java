package org.concordat.standalone.copy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.concordat.proof.Sha256;

/** What was signed over the tree, the smallest first, read beside the entries. There may be one for every ten seconds of years. */
final class Heads implements AutoCloseable {

    private static final int PAGE = 500;

    private final Statement statement;
    private final ResultSet row;
    private boolean more;
    private long passed;

    Heads(Connection session, String signed) throws SQLException {
        statement = session.createStatement();
        statement.setFetchSize(PAGE);
        row = statement.executeQuery(signed);
        more = row.next();
    }

    /** Those over so many entries; the root is computed only where there is one. */
    void at(long size, Supplier<Sha256> root, List<String> found) throws SQLException {
        Sha256 is = null;
        for (; more && row.getLong(1) == size; more = row.next()) {
            if (is == null) is = root.get();
            if (!is.equals(Sha256.of(row.getBytes(2)))) found.add("The first " + size + " entries are not those of " + row.getString(3) + ".");
            passed++;
        }
    }

    void at(long size, Sha256 root, List<String> found) throws SQLException {
        at(size, () -> root, found);
    }

    /** What was signed over more than there is. */
    Optional<String> beyond(long size) throws SQLException {
        return more && row.getLong(1) > size ? Optional.of("The record holds " + size + " entries, and " + row.getString(3) + " is over "
                + row.getLong(1) + ": entries are lost, or the ledger was being filled again.") : Optional.empty();
    }

    long passed() {
        return passed;
    }

    @Override public void close() throws SQLException {
        statement.close();
    }
}
