package org.concordat.wiring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A start that would do other than it was asked, or lose or mix up data. The message is the sentence that the operator reads. */
public final class StartRefusal extends RuntimeException implements ExitCodeGenerator {

    public StartRefusal(String sentence) {
        this(sentence, null);
    }

    public StartRefusal(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    @Override public int getExitCode() {
        return 1;
    }

    /** Says the sentence instead of printing a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<StartRefusal> {
        @Override protected FailureAnalysis analyze(Throwable rootFailure, StartRefusal cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
        }
    }
}
