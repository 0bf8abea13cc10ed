package org.concordat.command.act;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.concordat.api.ActMetadata;
import org.concordat.api.CommonRejection.CommandIdReused;
import org.concordat.api.Receipt;
import org.concordat.command.Rejected;
import org.concordat.wiring.memory.Weight;

/** What a stream remembers of the commands that wrote it: the last ids, so that each is carried out once. */
public final class Journal {

    static final int REMEMBERED = 10_000;
    /** What a remembered command takes: its id, the hash of its content, and its place. */
    static final int COMMAND = 260;
    private static final int EVENT = 100;

    private record Carried(String content, long version) {}

    private final Map<String, Carried> commands = new LinkedHashMap<>();
    private long events;
    private long version;
    private Instant newest = Instant.MIN;

    /** Called for each event of the stream, in order; answers the day it claims. */
    public LocalDate note(EventMessage<?> message) {
        version = message instanceof DomainEventMessage<?> m ? m.getSequenceNumber() + 1 : version + 1;
        if (message.getTimestamp().isAfter(newest)) newest = message.getTimestamp();
        if (message.getMetaData().get(ActMetadata.COMMAND_ID) instanceof String id
                && message.getMetaData().get(ActMetadata.COMMAND_CONTENT) instanceof String content) {
            commands.put(id, new Carried(content, version));
            remembers(REMEMBERED);
        }
        events += EVENT + Weight.of(message.getPayload());
        return effectiveOn(message);
    }

    public static LocalDate effectiveOn(EventMessage<?> message) {
        return message.getMetaData().get(ActMetadata.EFFECTIVE_ON) instanceof String day
                ? LocalDate.parse(day) : LocalDate.ofInstant(message.getTimestamp(), ZoneOffset.UTC);
    }

    /** Forgets the oldest ids where there are more. */
    void remembers(int atMost) {
        for (var oldest = commands.keySet().iterator(); commands.size() > atMost; oldest.remove()) oldest.next();
    }

    /** About what a thing takes in memory that holds the words of its events, and these ids. */
    public long weight() {
        return events + (long) COMMAND * commands.size();
    }

    long version() {
        return version;
    }

    /** The latest moment on the stream: a clock set back never makes a day come twice. */
    Instant notBefore(Instant now) {
        return now.isAfter(newest) ? now : newest;
    }

    /** The receipt given before for the same command, and nothing where the id was used for another. */
    Optional<Receipt> repeated(String id, Claim claim) {
        return Optional.ofNullable(commands.get(claim.commandId())).filter(c -> c.content().equals(claim.content()))
                .map(c -> new Receipt(id, c.version(), claim.commandId()));
    }

    /** The receipt given before for the same command; refuses the id when it was for another. */
    Optional<Receipt> answered(String id, Claim claim) {
        Carried carried = commands.get(claim.commandId());
        if (carried == null) return Optional.empty();
        if (!carried.content().equals(claim.content())) throw new Rejected(new CommandIdReused(claim.commandId()));
        return Optional.of(new Receipt(id, carried.version(), claim.commandId()));
    }
}
