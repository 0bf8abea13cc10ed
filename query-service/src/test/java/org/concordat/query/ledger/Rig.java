package org.concordat.query.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.concordat.query.EmbeddedDatabase;
import org.mockito.Mockito;
import org.concordat.wiring.memory.Memory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A ledger over a database of its own, fed batch by batch as a streaming processor does. */
public final class Rig {

    public final DataSource database;
    public final JdbcTemplate jdbc;
    final JdbcTransactionManager spring;
    final TransactionManager transactions;
    final Decoding decoding = new Decoding(Stored.SERIALIZER);
    final Tiles tiles;
    final LedgerTables tables;
    final Progress progress;
    final LedgerProjector projector;
    public final Ledger ledger;
    public final Proofs proofs;
    /** How far the store's own processor has carried out disposals. */
    public long carriedOut;

    public Rig() {
        this(EmbeddedDatabase.fresh());
    }

    Rig(DataSource database) {
        this.database = database;
        jdbc = new JdbcTemplate(database);
        spring = new JdbcTransactionManager(database);
        transactions = new SpringTransactionManager(spring);
        tiles = new Tiles(jdbc, Memory.usual());
        progress = new Progress(0, tiles::forget);
        tables = new LedgerTables(jdbc, decoding, tiles, new DisposedRows(jdbc, decoding, Stored.SERIALIZER));
        projector = new LedgerProjector(tables, new Recorder(Stored.SERIALIZER), progress, Places.FROM_ONE);
        ledger = new JdbcLedger(JdbcClient.create(jdbc), decoding, progress);
        proofs = new TreeProofs(JdbcClient.create(jdbc), tiles, progress);
        jdbc.execute("create table token (at bigint)");
        jdbc.update("insert into token values (0)");
    }

    public void feed(Stored... batch) {
        feed(Arrays.stream(batch).<EventMessage<?>>map(Stored::message).toList());
    }

    /** One unit of work and one transaction a batch; the "token" moves in it, as the real one does. */
    void feed(List<EventMessage<?>> batch) {
        BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(batch);
        unit.attachTransaction(transactions);
        unit.onPrepareCommit(u -> jdbc.update("update token set at = at + ?", batch.size()));
        var result = unit.executeWithResult(() -> {
            projector.on(unit.getMessage(), unit);
            return null;
        });
        if (result.isExceptional()) throw new IllegalStateException(result.exceptionResult());
    }

    /** Every byte the ledger holds, as one hash. */
    String fingerprint() {
        return jdbc.queryForObject("""
                select md5(string_agg(index || encode(envelope, 'hex') || encode(payload, 'hex') || encode(salt, 'hex')
                    || encode(leaf, 'hex') || subject || version || partnership, '|' order by index))
                || (select coalesce(string_agg(level || ' ' || n || encode(hashes, 'hex') || encode(root, 'hex'), '|'
                    order by level, n), '') from ledger_tile)
                || (select coalesce(string_agg(person || partnership, '|' order by person, partnership), '') from seat)
                || (select coalesce(string_agg(partnership || first_index, '|' order by partnership), '')
                    from partnership_register)
                || (select coalesce(string_agg(type || entries, '|' order by type), '') from ledger_type)
                from ledger""", String.class);
    }

    long token() {
        return jdbc.queryForObject("select at from token", Long.class);
    }

    /** A store that is read for checking, and that says how far the "token" has come. */
    public Store store(ListSource source) {
        StreamingEventProcessor processor = Mockito.mock(StreamingEventProcessor.class);
        EventTrackerStatus segment = Mockito.mock(EventTrackerStatus.class);
        Mockito.when(processor.processingStatus()).thenReturn(Map.of(0, segment));
        Mockito.when(segment.getTrackingToken()).thenAnswer(asked -> new GlobalSequenceTrackingToken(token()));
        StreamingEventProcessor disposal = Mockito.mock(StreamingEventProcessor.class);
        EventTrackerStatus disposed = Mockito.mock(EventTrackerStatus.class);
        Mockito.when(disposal.processingStatus()).thenReturn(Map.of(0, disposed));
        Mockito.when(disposed.getTrackingToken()).thenAnswer(asked -> new GlobalSequenceTrackingToken(carriedOut));
        return new Store(() -> source, null, () -> processor, () -> Optional.of(disposal), Places.FROM_ONE);
    }

    public EntryCheck check(Store store) {
        return new EntryCheck(JdbcClient.create(jdbc), store, new Recorder(Stored.SERIALIZER), decoding, disposals(store));
    }

    public DisposalCheck disposals(Store store) {
        return new DisposalCheck(jdbc, decoding, store);
    }

    /** What readiness says that reads could not be answered for. */
    public List<String> unreadable() {
        return progress.unreadables().standing();
    }

    /** What whoever rewrites history does, and what filling again does. */
    public void clear() {
        tables.clear();
        jdbc.update("update token set at = 0");
        progress.movedTo(0);
    }

    /** The ledger as a process sees it that starts now. */
    public Proofs restarted() {
        Tiles none = new Tiles(jdbc, Memory.usual());
        return new TreeProofs(JdbcClient.create(jdbc), none, new Progress(tables.last().index(), none::forget));
    }
}
