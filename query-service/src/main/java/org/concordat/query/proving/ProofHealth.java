package org.concordat.query.proving;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Readiness: nothing contradicts the record, and it does not contradict itself. What is wrong is told in sentences. */
final class ProofHealth extends AbstractHealthIndicator {

    private static final int TOLD = 10;

    private final Checkpoints checkpoints;
    private final Alarms alarms;
    private final SelfCheck check;
    private final HeadCheck heads;

    ProofHealth(Checkpoints checkpoints, Alarms alarms, SelfCheck check, HeadCheck heads) {
        super("What proves the record could not be read.");
        this.checkpoints = checkpoints;
        this.alarms = alarms;
        this.check = check;
        this.heads = heads;
    }

    @Override protected void doHealthCheck(Health.Builder health) {
        SelfCheck.Standing standing = check.standing();
        List<String> wrong = new ArrayList<>(alarms.standing());
        String unsigned = checkpoints.problem();
        if (unsigned != null) wrong.add(unsigned);
        String cut = heads.cut();
        if (cut != null && !wrong.contains(cut)) wrong.add(cut);
        standing.findings().forEach(finding -> {
            if (!wrong.contains(finding.sentence())) wrong.add(finding.sentence());
        });
        if (wrong.isEmpty()) health.up(); else health.down().withDetail("problems", wrong.stream().limit(TOLD).toList());
        health.withDetail("signedSize", checkpoints.kept(1).stream().mapToLong(kept -> kept.head().size()).max().orElse(0))
                .withDetail("keys", checkpoints.keys().size()).withDetail("checked", standing.checked())
                .withDetail("findings", standing.findings().size());
        if (standing.ended() != null) health.withDetail("lastCheckEnded", standing.ended().toString())
                .withDetail("lastCheckSize", standing.size());
    }
}
