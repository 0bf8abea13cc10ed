package org.concordat.api.partnership;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may read what. The newest marking of a thing counts, whatever day or time is asked about.
 *
 * @param all        the newest marking of each thing that was ever marked, by its id
 * @param restricted of these the restricted ones, and the partners named
 */
public record Markings(Map<String, Marked> all, Map<String, Set<PartnerId>> restricted) {

    /** @param partners those named, where it is restricted; else none */
    public record Marked(Marking marking, Set<PartnerId> partners) {}

    public static final Markings NONE = new Markings(Map.of(), Map.of());

    Markings with(String subject, Marked marked) {
        Map<String, Marked> next = new LinkedHashMap<>(all);
        next.put(subject, marked);
        Map<String, Set<PartnerId>> closed = new LinkedHashMap<>(restricted);
        if (marked.marking() == Marking.RESTRICTED) closed.put(subject, marked.partners()); else closed.remove(subject);
        return new Markings(Collections.unmodifiableMap(next), Collections.unmodifiableMap(closed));
    }

    /** What nobody marked is for the partners. */
    public Marked of(String subject) {
        return all.getOrDefault(subject, new Marked(Marking.PARTNERS, Set.of()));
    }

    /** Whether a person who holds these appointments today may read the thing. */
    boolean opens(String subject, Stream<Appointment> held) {
        Set<PartnerId> named = restricted.get(subject);
        return named == null || held.anyMatch(a -> a.kind() == AppointmentKind.AUDITOR
                || a.partner() != null && named.contains(a.partner()));
    }
}
