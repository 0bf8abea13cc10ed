package org.concordat.query.trail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concordat.api.Hash;
import org.concordat.query.ledger.CanonicalJson;

/** One record in the chain. Its bytes are fixed for ever by docs/trail.md; its hash is their SHA-256. */
record Link(long number, Instant at, String previous, Said said) {

    static final String NO_PREVIOUS = "0".repeat(64);
    static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String FORMAT = "1";

    /** RFC 8785, every value a string, as an envelope of the ledger. */
    byte[] canonical() {
        SortedMap<String, String> members = new TreeMap<>(said.details());
        members.put("v", FORMAT);
        members.put("number", Long.toString(number));
        members.put("at", MILLISECONDS.format(at));
        members.put("kind", said.kind().word());
        members.put("person", said.person());
        if (!said.partnership().isEmpty()) members.put("partnership", said.partnership());
        members.put("previous", previous);
        return CanonicalJson.object(members);
    }

    static String hash(byte[] canonical) {
        return Hash.of(canonical).value();
    }
}
