package org.concordat.query.proving;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** One sentence instead of a stack trace. */
final class KeyUnusableAnalyzer extends AbstractFailureAnalyzer<KeyUnusable> {

    @Override protected FailureAnalysis analyze(Throwable rootFailure, KeyUnusable cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
