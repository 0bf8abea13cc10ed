package org.concordat.standalone;

import org.concordat.standalone.store.AnotherWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says the sentence instead of printing a stack trace. */
public final class StartRefusedAnalyzer implements FailureAnalyzer {

    @Override public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof StartRefused || t instanceof AnotherWriter) {
                return new FailureAnalysis(String.valueOf(t.getMessage()), null, t);
            }
        }
        return null;
    }
}
