package org.concordat.command.act;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.concordat.api.CommonRejection.UnreadableHistory;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.Roll;
import org.concordat.command.Rejected;
import org.concordat.wiring.StreamHeads;
import org.concordat.wiring.StreamHeads.Since;
import org.concordat.wiring.memory.Kept;
import org.concordat.wiring.memory.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps a fold per partnership; each use reads what is newer, without a lock, unless the only writer says that nothing is.
 * Never the repository, a cached aggregate or a view: those may stand behind a revocation made on another node.
 */
@Component
class StreamRolls implements Rolls {

    private static final Read NOTHING = new Read(Roll.NONE, 0);

    /** What an empty roll takes, and each event that went into it; not all of them stay. */
    private static final int ROLL = 1_000;
    private static final int EVENT = 200;

    private final EventStore store;
    private final @Nullable StreamHeads heads;
    private final Cache<PartnershipId, Read> kept;

    StreamRolls(EventStore store, @Nullable StreamHeads heads) {
        this(store, heads, Memory.usual());
    }

    /** @param heads what one process knows that writes all events itself; nothing where others write too */
    @Autowired StreamRolls(EventStore store, @Nullable StreamHeads heads, Memory memory) {
        this.store = store;
        this.heads = heads;
        kept = memory.cache(Kept.ROLLS, (_, read) -> ROLL + EVENT * read.version());
    }

    @Override public Read of(PartnershipId partnership) {
        Since since = heads == null ? null : heads.since();
        Read known = kept.get(partnership, _ -> NOTHING);
        if (since != null && since.isAt(partnership.value(), known.version())) return known;
        Read read = known;
        try (Stream<? extends DomainEventMessage<?>> newer =
                     store.readEvents(partnership.value(), known.version()).asStream()) {
            for (var messages = newer.iterator(); messages.hasNext(); ) read = after(read, messages.next(), partnership);
        }
        if (read.version() > known.version()) {
            Read newest = read;
            kept.asMap().merge(partnership, newest, (a, b) -> a.version() > b.version() ? a : b);
        }
        if (since != null) since.read(partnership.value(), read.version());
        return read;
    }

    @Override public void drop(PartnershipId partnership) {
        kept.invalidate(partnership);
    }

    private static Read after(Read read, DomainEventMessage<?> message, PartnershipId partnership) {
        if (!(message.getPayload() instanceof PartnershipEvent event)) {
            throw new Rejected(new UnreadableHistory(partnership.value()));
        }
        return new Read(read.roll().after(event, Journal.effectiveOn(message)), message.getSequenceNumber() + 1);
    }
}
