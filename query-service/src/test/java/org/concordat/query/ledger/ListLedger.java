package org.concordat.query.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.concordat.api.Contract;
import org.concordat.api.Disposed;
import org.concordat.api.EntryId;
import org.concordat.api.Receipt;
import org.concordat.api.partnership.PartnershipEvent.Appointed;
import org.concordat.api.partnership.PartnershipEvent.PartnershipEstablished;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.api.partnership.PartnershipId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/** A ledger in a list, for views alone: nothing about order or durability is tested on it. */
public final class ListLedger implements Ledger {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Sinks.Many<Long> heads = Sinks.many().replay().latestOrDefault(0L);

    /** Who does what comes next. */
    public record By(String person, String partner, String appointment) {}

    public Entry add(Object event, By by, LocalDate on, Instant at) {
        String subject = Samples.subject(event);
        return add(Contract.nameOf(event.getClass()), subject, event, JSON.writeValueAsBytes(event), by, on, at);
    }

    public Entry addUnknown(String subject, By by, LocalDate on, Instant at) {
        return add("planitem.SomethingNew", subject, null, "{\"a\":1}".getBytes(), by, on, at);
    }

    private Entry add(String type, String subject, Object event, byte[] payload, By by, LocalDate on, Instant at) {
        long version = 1 + entries.stream().filter(e -> e.subject().equals(subject)).count();
        long index = entries.size() + 1L;
        Entry entry = new Entry(index, "event-" + index, type, subject, version,
                org.concordat.api.Ids.partnershipOf(subject),
                at, on, by.person(), by.partner(), by.appointment(), null, "command-" + index, null, event, payload);
        entries.add(entry);
        if (event instanceof PayloadDisposedOf gone) {
            entries.replaceAll(e -> e.id().equals(gone.entry()) && may(e) ? without(e) : e);
        }
        heads.tryEmitNext(index);
        return entry;
    }

    /** One of another ledger, in the place it has there. */
    public void add(Entry entry) {
        entries.add(entry);
        heads.tryEmitNext(entry.index());
    }

    private static boolean may(Entry e) {
        return e.event() != null && Disposed.stays(e.event()) == null;
    }

    private static Entry without(Entry e) {
        Object event = Disposed.of(Objects.requireNonNull(e.event()));
        return new Entry(e.index(), e.eventId(), e.type(), e.subject(), e.version(), e.partnership(), e.recordedAt(),
                e.effectiveOn(), e.person(), e.partner(), e.appointment(), e.recordedFor(), e.commandId(), e.authority(),
                event, JSON.writeValueAsBytes(event));
    }

    public List<Entry> all() {
        return List.copyOf(entries);
    }

    @Override public long head() { return entries.size(); }

    @Override public Flux<Long> heads() { return heads.asFlux(); }

    @Override public List<Entry> after(PartnershipId partnership, long index, int limit) {
        return of(partnership).filter(e -> e.index() > index).limit(limit).toList();
    }

    @Override
    public List<Entry> page(PartnershipId partnership, Filter f, Instant knownAt, long afterIndex, int limit) {
        return of(partnership).filter(e -> e.index() > afterIndex)
                .filter(e -> knownAt == null || !e.recordedAt().isAfter(knownAt))
                .filter(e -> f.subject() == null || f.subject().equals(e.subject()))
                .filter(e -> f.type() == null || f.type().equals(e.type()))
                .filter(e -> f.partner() == null || f.partner().equals(e.partner()))
                .filter(e -> f.person() == null || f.person().equals(e.person()))
                .filter(e -> f.from() == null || !e.effectiveOn().isBefore(f.from()))
                .filter(e -> f.to() == null || !e.effectiveOn().isAfter(f.to())).limit(limit).toList();
    }

    @Override public Optional<Entry> entry(EntryId id) {
        return entries.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    @Override public List<PartnershipId> partnershipsOf(String person, String afterId, int limit) {
        return entries.stream().filter(e -> switch (e.event()) {
            case PartnershipEstablished p -> p.programmeOffice().value().equals(person);
            case Appointed a -> a.person().value().equals(person);
            case null, default -> false;
        }).map(e -> e.partnership().value()).distinct().sorted().filter(id -> afterId == null
                || id.compareTo(afterId) > 0)
                .limit(limit).map(PartnershipId::new).toList();
    }

    @Override public boolean knows(PartnershipId partnership) { return of(partnership).findAny().isPresent(); }

    @Override public boolean awaits(Receipt receipt, Duration atMost) {
        return entries.stream().anyMatch(e -> e.subject().equals(receipt.id()) && e.version() >= receipt.version());
    }

    private Stream<Entry> of(PartnershipId partnership) {
        return entries.stream().filter(e -> Objects.equals(e.partnership(), partnership));
    }
}
