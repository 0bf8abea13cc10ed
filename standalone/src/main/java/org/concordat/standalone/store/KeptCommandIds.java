package org.concordat.standalone.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.concordat.api.Ids;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.command.act.CommandIds;
import org.concordat.wiring.StoreUnavailableException;

/** The command ids of this store, written by its one writer in the transaction of the events. */
public final class KeptCommandIds implements CommandIds {

    private final DataSource readers;

    public KeptCommandIds(DataSource readers) {
        this.readers = readers;
    }

    @Override public Optional<Carried> of(PartnershipId partnership, String commandId) {
        try (Connection connection = readers.getConnection()) {
            return CommandKey.carried(connection, CommandKey.key(Ids.key(partnership.value()), commandId));
        } catch (SQLException e) {
            throw new StoreUnavailableException("The command ids could not be read", e);
        }
    }
}
