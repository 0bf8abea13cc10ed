package org.concordat.query.partnership;

import java.util.stream.Stream;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.query.ledger.Entry;
import org.jspecify.annotations.Nullable;

/** Who acted, as the record says it: opaque ids, never a name. */
public record Actor(String person, @Nullable String partner, @Nullable AppointmentKind appointment,
                    @Nullable String recordedFor) {

    static final String UNKNOWN = "unknown";

    /** What falls due or follows from a decision is nobody's act. */
    private static final String CONCORDAT = "concordat";

    public boolean system() {
        return person.equals(CONCORDAT);
    }

    public static Actor of(Entry entry) {
        String person = entry.person();
        AppointmentKind kind = Stream.of(AppointmentKind.values())
                .filter(k -> k.name().equals(entry.appointment())).findFirst().orElse(null);
        return new Actor(person == null ? UNKNOWN : person, entry.partner(), kind, entry.recordedFor());
    }
}
