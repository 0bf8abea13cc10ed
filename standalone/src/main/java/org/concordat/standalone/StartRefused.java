package org.concordat.standalone;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;

/** Starting would lose or mix up data. The message is the sentence that the person at the keyboard reads. */
public final class StartRefused extends RuntimeException implements ExitCodeGenerator {

    public StartRefused(String sentence) {
        this(sentence, null);
    }

    public StartRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    @Override public int getExitCode() {
        return 1;
    }
}
