package org.concordat.standalone.copy;

import org.jspecify.annotations.Nullable;

/** A copy or a restore that cannot be, or must not. The message is the sentence that the person at the keyboard reads. */
public final class CopyRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CopyRefused(String sentence) {
        this(sentence, null);
    }

    public CopyRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
