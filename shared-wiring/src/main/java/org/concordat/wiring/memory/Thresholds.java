package org.concordat.wiring.memory;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When memory is short, in percent of the heap that is in use after it was collected.
 *
 * @param dropAt       what is kept is dropped
 * @param shedAt       new reads are refused, if dropping did not help
 * @param commandsAt   new commands are refused too
 * @param unreadyAfter how long it refuses before it says that it is not ready
 */
@ConfigurationProperties("concordat.memory.short")
public record Thresholds(@DefaultValue("80") int dropAt, @DefaultValue("88") int shedAt, @DefaultValue("94") int commandsAt,
                         @DefaultValue("30s") Duration unreadyAfter) {

    public Thresholds {
        if (dropAt < 30 || dropAt > shedAt || shedAt > commandsAt || commandsAt > 99) {
            throw new IllegalArgumentException("concordat.memory.short needs 30 <= drop-at <= shed-at <= commands-at <= 99, not "
                    + dropAt + ", " + shedAt + ", " + commandsAt + ".");
        }
    }

    /** It stops refusing a little below where it began, so that it does not flicker. */
    int enoughBelow() {
        return dropAt;
    }
}
