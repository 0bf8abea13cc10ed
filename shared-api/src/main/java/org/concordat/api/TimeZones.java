package org.concordat.api;

import java.time.ZoneId;

/** What may be the time zone of a partnership's days. */
public final class TimeZones {

    /** What one of these is, for whoever gave something else. */
    public static final String NEEDED = "is a region, such as Europe/London: a fixed offset does not follow summer time";

    private TimeZones() {}

    /** A day there follows the clocks of a region; GMT, Etc/GMT-1 and +01:00 are off by an hour for half of the year. */
    public static boolean isRegion(ZoneId zone) {
        String id = zone.getId();
        return id.equals("UTC") || id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")
                && ZoneId.getAvailableZoneIds().contains(id);
    }
}
