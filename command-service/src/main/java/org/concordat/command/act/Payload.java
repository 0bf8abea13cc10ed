package org.concordat.command.act;

import java.time.LocalDate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.concordat.api.ActMetadata;
import org.concordat.api.Disposed;
import org.concordat.api.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A recorded payload as somebody asks that its words go.
 *
 * @param on      the effective day of the entry
 * @param gone    its words are disposed of already
 * @param stays   why it stays, in words that go on from the entry's id; null where it may go
 * @param remains the hash of what the store will hold instead
 */
public record Payload(LocalDate on, boolean gone, @Nullable String stays, Hash remains) {

    static Payload of(DomainEventMessage<?> message, Disposal disposal) {
        Object event = message.getPayload();
        boolean gone = message.getMetaData().containsKey(ActMetadata.DISPOSED);
        // Its hash, which stays in the envelope, would let the words be guessed.
        boolean bare = !gone && !message.getMetaData().containsKey(ActMetadata.SALT);
        return new Payload(Journal.effectiveOn(message), gone,
                bare ? "was recorded without a salt, so that its hash would give the words away" : Disposed.stays(event),
                disposal.remains(Disposed.of(event)));
    }
}
