package org.concordat.query.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is missing in one sentence instead of a stack trace. */
class IdentityMissingAnalyzer extends AbstractFailureAnalyzer<IdentityMissing> {

    @Override protected FailureAnalysis analyze(Throwable rootFailure, IdentityMissing cause) {
        return new FailureAnalysis(cause.sentence(), null, cause);
    }
}
