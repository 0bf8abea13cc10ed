package org.concordat.query.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of an event whatever becomes of its payload. The bytes are fixed for ever by docs/ledger-format.md;
 * they are what a leaf of a tree (RFC 6962, 2.1) hashes.
 *
 * @param unsalted the event brought no salt: the commitment hides nothing
 */
record Envelope(long index, String event, String type, @Nullable String revision, String subject, long version,
                String partnership, Instant recordedAt, LocalDate effectiveOn, @Nullable String person,
                @Nullable String partner, @Nullable String appointment, @Nullable String recordedFor,
                @Nullable String command, @Nullable String authority, String payloadHash, boolean unsalted) {

    private static final String FORMAT = "1";
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Every value is a string: RFC 8785 writes numbers as doubles, and a double does not hold every place. */
    byte[] canonical() {
        SortedMap<String, String> members = new TreeMap<>();
        members.put("v", FORMAT);
        members.put("index", Long.toString(index));
        members.put("event", event);
        members.put("type", type);
        put(members, "revision", revision);
        members.put("subject", subject);
        members.put("version", Long.toString(version));
        members.put("partnership", partnership);
        members.put("recordedAt", MILLISECONDS.format(recordedAt));
        members.put("effectiveOn", effectiveOn.toString());
        put(members, "person", person);
        put(members, "partner", partner);
        put(members, "appointment", appointment);
        put(members, "recordedFor", recordedFor);
        put(members, "command", command);
        put(members, "authority", authority);
        members.put("payloadHash", payloadHash);
        put(members, "unsalted", unsalted ? "true" : null);
        return CanonicalJson.object(members);
    }

    private static void put(SortedMap<String, String> members, String name, @Nullable String value) {
        if (value != null) members.put(name, value);
    }
}
