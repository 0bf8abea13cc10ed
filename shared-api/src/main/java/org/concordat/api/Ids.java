package org.concordat.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.api.partnership.PartnershipId;

/**
 * The one form of every id: {@code kind-key} for a partnership, {@code kind-key.local} for what belongs to it and
 * {@code action-key.item.local} for an action: an id says which partnership it is of, so none can be mistaken for another's.
 */
public final class Ids {

    private static final String KEY = "[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?";
    private static final String LOCAL = "[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?";
    private static final Pattern WHOLE = Pattern.compile("[a-z]+-(" + KEY + ")((?:\\." + LOCAL + "){0,2})");

    private Ids() {}

    /** Refuses a value that is not of the kind or has not so many local parts. */
    public static String checked(String kind, int locals, String value) {
        Matcher m = value.length() > 200 ? WHOLE.matcher("") : WHOLE.matcher(value);
        if (!value.startsWith(kind + "-") || !m.matches() || m.group(2).chars().filter(c -> c == '.').count() != locals) {
            throw new IllegalArgumentException("is not the id of " + (kind.matches("[aeiou].*") ? "an " : "a ") + kind
                + ", such as " + kind + "-mash" + ".example".repeat(locals));
        }
        return value;
    }

    /** The key of the partnership that the id belongs to. */
    public static String key(String id) {
        int dash = id.indexOf('-');
        int dot = id.indexOf('.');
        return id.substring(dash + 1, dot < 0 ? id.length() : dot);
    }

    public static PartnershipId partnershipOf(String id) {
        return new PartnershipId("partnership-" + key(id));
    }

    /** What stands behind the partnership's key: {@code A06} in {@code finding-mash.A06}. */
    public static String local(String id) {
        return id.substring(id.indexOf('.') + 1);
    }
}
