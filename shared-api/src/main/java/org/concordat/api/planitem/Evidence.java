package org.concordat.api.planitem;

import java.util.regex.Pattern;
import org.concordat.api.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where the evidence can be found, never the evidence itself.
 *
 * @param reference e.g. a minute or document number
 * @param sha256    hash of the document, 64 lower-case hex digits, where there is one
 */
public record Evidence(Text reference, @Nullable String sha256) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Evidence {
        if (sha256 != null && !HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("sha256 is not 64 lower-case hex digits");
        }
    }
}
