package org.concordat.query.ledger;

import java.util.function.Supplier;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;

/** Drops the ledger and fills it again from the store: the same entries in the same order with the same bytes. */
public final class LedgerRefill {

    private final Supplier<StreamingEventProcessor> processor;
    private final LedgerTables tables;
    private final Progress progress;
    private final Runnable forget;

    /** @param forget whatever else is remembered of the store */
    LedgerRefill(Supplier<StreamingEventProcessor> processor, LedgerTables tables, Progress progress, Runnable forget) {
        this.processor = processor;
        this.tables = tables;
        this.progress = progress;
        this.forget = forget;
    }

    /** Answers when filling has begun; the tables are emptied in the transaction that sets the token back. */
    public synchronized void begin() {
        StreamingEventProcessor ledger = processor.get();
        ledger.shutDown();
        forget.run();
        try {
            ledger.resetTokens();
        } catch (UnableToClaimTokenException e) {
            throw new IllegalStateException("Another process writes the ledger: stop it before the ledger is filled again.", e);
        } finally {
            progress.movedTo(tables.last().index());
            ledger.start();
        }
    }
}
