package org.concordat.standalone.disposal;

import org.axonframework.common.caching.Cache;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.command.act.Rolls;
import org.concordat.query.ledger.LedgerModule;

/** Carries out in the store what the record says is disposed of, once; what held the words in memory lets them go. */
@ProcessingGroup(Disposing.GROUP)
final class Disposing {

    static final String GROUP = LedgerModule.DISPOSAL;

    private final StoredWords words;
    private final Cache aggregates;
    private final Rolls rolls;

    Disposing(StoredWords words, Cache aggregates, Rolls rolls) {
        this.words = words;
        this.aggregates = aggregates;
        this.rolls = rolls;
    }

    @EventHandler void on(PayloadDisposedOf gone, UnitOfWork<?> unit) {
        words.dispose(gone.entry(), gone.remains());
        // Not before: until the commit the store still answers with the words.
        unit.root().afterCommit(_ -> {
            aggregates.remove(gone.entry().subject());
            rolls.drop(gone.partnershipId());
        });
    }
}
