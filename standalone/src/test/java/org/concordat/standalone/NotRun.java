package org.concordat.standalone;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the end what was not run and why, where whoever started the tests reads it. */
public final class NotRun implements TestExecutionListener {

    private final Set<String> reasons = new ConcurrentSkipListSet<>();

    @Override public void executionSkipped(TestIdentifier what, String reason) {
        note(reason);
    }

    @Override public void executionFinished(TestIdentifier what, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            result.getThrowable().ifPresent(thrown -> note(String.valueOf(thrown.getMessage())));
        }
    }

    private void note(String reason) {
        int at = reason.indexOf("NOT RUN");
        if (at >= 0) reasons.add(reason.substring(at).lines().findFirst().orElseThrow());
    }

    @Override public void testPlanExecutionFinished(TestPlan plan) {
        reasons.forEach(reason -> System.out.printf("%n%s%n", reason));
    }
}
