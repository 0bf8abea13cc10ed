package org.concordat.command.act;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.ConcurrencyException;
import org.concordat.api.ActMetadata;
import org.concordat.api.By;
import org.concordat.api.CommonRejection.EffectiveAfterRecorded;
import org.concordat.api.CommonRejection.MovedOn;
import org.concordat.api.CommonRejection.NotAuthorised;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.CommonRejection.UnreadableHistory;
import org.concordat.api.EntryId;
import org.concordat.api.Ids;
import org.concordat.api.PersonId;
import org.concordat.api.Receipt;
import org.concordat.api.decision.DueCommand;
import org.concordat.api.partnership.Appointment;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.MarkedAs;
import org.concordat.api.partnership.PartnershipCommand.EstablishPartnership;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.PartnershipRejection.StoreKeepsPayloads;
import org.concordat.api.planitem.PlanItemCommand.AgreeAction;
import org.concordat.command.Rejected;
import org.concordat.wiring.memory.Kept;
import org.concordat.wiring.memory.Memory;
import org.jspecify.annotations.Nullable;

/** Where every command arrives: seen, not repeated, expected, authorised, then decided, then announced. */
public final class Desk {

    /** The person id under which Concordat acts itself; no token may carry it. */
    public static final PersonId CONCORDAT = new PersonId("concordat");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Rolls rolls;
    private final EventStore store;
    private final Set<PersonId> founders;
    private final @Nullable Disposal disposal;
    private final Once once;
    private final Marks marks;
    private final int remembered;

    /** Where nothing is marked by the command that makes it, and only a stream's own commands are remembered. */
    public Desk(Rolls rolls, EventStore store, Set<PersonId> founders) {
        this(rolls, store, founders, null, CommandIds.NONE, (marked, _) -> {
            throw new IllegalStateException("there is no partnership to mark " + marked.subject() + " in");
        });
    }

    /** @param disposal null where the store cannot change what it holds */
    public Desk(Rolls rolls, EventStore store, Set<PersonId> founders, @Nullable Disposal disposal, CommandIds ids, Marks marks) {
        this(rolls, store, founders, disposal, ids, marks, Memory.usual());
    }

    /** @param memory no thing's remembered command ids take more than a twentieth of what all things may */
    public Desk(Rolls rolls, EventStore store, Set<PersonId> founders, @Nullable Disposal disposal, CommandIds ids, Marks marks,
                Memory memory) {
        this.remembered = (int) Math.clamp(memory.share(Kept.AGGREGATES) / 20 / Journal.COMMAND, 500, Journal.REMEMBERED);
        this.rolls = rolls;
        this.marks = marks;
        this.store = store;
        this.founders = Set.copyOf(founders);
        this.disposal = disposal;
        this.once = new Once(ids);
    }

    /** All rules run before the first event is applied: a refusal leaves nothing behind. */
    public Receipt carryOut(CommandMessage<?> message, String id, Journal journal, Function<Act, ? extends List<?>> decide) {
        return carryOut(message, id, journal, null, decide);
    }

    /** @param marking who may read what this command makes; null: the partners */
    public Receipt carryOut(CommandMessage<?> message, String id, Journal journal, @Nullable MarkedAs marking,
                            Function<Act, ? extends List<?>> decide) {
        try {
            return decided(message, id, journal, marking, decide);
        } catch (Rejected refused) {
            refusedOnTheNewest(id, journal);
            throw refused;
        }
    }

    /**
     * An append on a history that went on at another node fails by itself; a refusal appends nothing, so it looks. What was
     * decided on a kept, older state counts as a lost race and is decided anew. A thing that is not there yet is never kept.
     */
    private void refusedOnTheNewest(String id, Journal journal) {
        if (journal.version() == 0) return;
        long newest = store.lastSequenceNumberFor(id).orElse(-1L) + 1;
        if (newest > journal.version()) throw new ConcurrencyException(id + " went on at another node");
    }

    private Receipt decided(CommandMessage<?> message, String id, Journal journal, @Nullable MarkedAs marking,
                            Function<Act, ? extends List<?>> decide) {
        Claim claim = Claim.of(message);
        journal.remembers(remembered);
        PartnershipId partnership = Ids.partnershipOf(id);
        Rolls.Read read = rolls.of(partnership);
        LocalDate today = LocalDate.ofInstant(journal.notBefore(now()), zone(message, read));
        boolean founding = unappointed(message, claim.person());
        if (!founding && !read.roll().admits(claim.person(), today)) throw unseen(message, id);
        if (!founding && !read.roll().mayRead(claim.person(), id, today)) {
            // Whoever sends their own command again is told what they were told: to all others it is not there.
            return journal.repeated(id, claim).or(() -> once.repeated(id, claim)).orElseThrow(() -> unseen(message, id));
        }
        Optional<Receipt> repeated = journal.answered(id, claim);
        if (repeated.isPresent()) return repeated.get();
        Act act;
        List<?> events;
        Optional<ContentMarked> marked;
        try {
            if (claim.expectedVersion() != null && claim.expectedVersion() != journal.version()) {
                throw new Rejected(new MovedOn(id, claim.expectedVersion(), journal.version()));
            }
            act = act(message, claim, read, today, founding);
            events = decide.apply(act);
            marked = marking == null ? Optional.empty() : new MarkedAtOnce(marking, act).judged(id, journal.version(), events);
        } catch (Rejected refused) {
            return once.insteadOf(refused, id, claim);
        }
        // First: whoever reads the thing's first entry has read who may.
        marked.ifPresent(event -> marks.record(event, metadata(act, claim, partnership, read.version())));
        events.forEach(event -> AggregateLifecycle.apply(event, metadata(act, claim, partnership, read.version())));
        return new Receipt(id, journal.version(), claim.commandId());
    }

    /** @param on the day of recording, in the partnership's time zone */
    public record Recorded(Object event, LocalDate on) {}

    /** A recorded entry and its day, or nothing where there is no such entry. */
    public Optional<Recorded> event(EntryId entry, ZoneId zone) {
        try (var stream = store.readEvents(entry.subject(), entry.version() - 1).asStream()) {
            return stream.findFirst().filter(m -> m.getSequenceNumber() == entry.version() - 1)
                    .map(m -> new Recorded(m.getPayload(), LocalDate.ofInstant(m.getTimestamp(), zone)));
        }
    }

    /** The effective day of a recorded entry, or nothing where there is no such entry. */
    public Optional<LocalDate> recorded(EntryId entry) {
        return read(entry, Journal::effectiveOn);
    }

    /** A recorded entry's payload, or nothing where there is no such entry; refused where no payload can be disposed of. */
    public Optional<Payload> payload(EntryId entry) {
        Disposal how = disposal;
        if (how == null) throw new Rejected(new StoreKeepsPayloads());
        return read(entry, message -> Payload.of(message, how));
    }

    private <T> Optional<T> read(EntryId entry, Function<DomainEventMessage<?>, T> reading) {
        try (var stream = store.readEvents(entry.subject(), entry.version() - 1).asStream()) {
            return stream.findFirst().filter(m -> m.getSequenceNumber() == entry.version() - 1).map(reading);
        }
    }

    /** What happened to another thing, read from its own stream to its head at this moment. */
    public <E> List<E> history(String id, Class<E> kind) {
        try (var stream = store.readEvents(id, 0).asStream()) {
            return stream.map(message -> kind.isInstance(message.getPayload()) ? kind.cast(message.getPayload()) : unreadable(id, kind))
                    .toList();
        }
    }

    private static <E> E unreadable(String id, Class<E> kind) {
        throw new Rejected(new UnreadableHistory(id));
    }

    /** Founders establish; Concordat itself does what falls due or follows from a decision. Everybody else is appointed. */
    private boolean unappointed(CommandMessage<?> message, PersonId person) {
        Object command = message.getPayload();
        return command instanceof EstablishPartnership ? founders.contains(person)
                : person.equals(CONCORDAT) && (command instanceof DueCommand || command instanceof AgreeAction);
    }

    private static Rejected unseen(CommandMessage<?> message, String id) {
        boolean founding = message.getPayload() instanceof EstablishPartnership;
        return new Rejected(founding ? new NotAuthorised(message.getPayloadType().getSimpleName(), Set.of()) : new NotFound(id));
    }

    private static Act act(CommandMessage<?> message, Claim claim, Rolls.Read read, LocalDate today, boolean founding) {
        LocalDate on = claim.effectiveOn() == null ? today : claim.effectiveOn();
        if (on.isAfter(today)) throw new Rejected(new EffectiveAfterRecorded(on, today));
        if (founding) return new Act(claim.person(), null, null, on, today, read.roll());
        Appointment held = read.roll().authority(claim.person(), kinds(message), on, today)
                .orElseThrow(() -> new Rejected(
                        new NotAuthorised(message.getPayloadType().getSimpleName(), Set.copyOf(kinds(message)))));
        return new Act(claim.person(), held.partner(), held.kind(), on, today, read.roll());
    }

    private static List<AppointmentKind> kinds(CommandMessage<?> message) {
        By by = message.getPayloadType().getAnnotation(By.class);
        if (by == null) throw new IllegalStateException(message.getPayloadType() + " does not say who may give it");
        return List.of(by.value());
    }

    private static MetaData metadata(Act act, Claim claim, PartnershipId partnership, long version) {
        Map<String, Object> values = new HashMap<>();
        values.put(ActMetadata.PERSON, act.person().value());
        if (act.partner() != null) values.put(ActMetadata.PARTNER, act.partner().value());
        if (act.appointment() != null) values.put(ActMetadata.APPOINTMENT, act.appointment().name());
        values.put(ActMetadata.EFFECTIVE_ON, act.effectiveOn().toString());
        values.put(ActMetadata.COMMAND_ID, claim.commandId());
        values.put(ActMetadata.COMMAND_CONTENT, claim.content());
        values.put(ActMetadata.AUTHORITY, partnership + "@" + version);
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        values.put(ActMetadata.SALT, HexFormat.of().formatHex(salt));
        return MetaData.from(values);
    }

    private static ZoneId zone(CommandMessage<?> message, Rolls.Read read) {
        return message.getPayload() instanceof EstablishPartnership e ? e.timeZone() : read.roll().timeZone();
    }

    private static Instant now() {
        return GenericEventMessage.clock.instant();
    }
}
