package org.concordat.query.proving;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.concordat.wiring.Regularly;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Readiness: nothing contradicts the record, and it does not contradict itself. What is wrong is told in sentences. */
final class ProofHealth extends AbstractHealthIndicator {

    private static final int TOLD = 10;
    /** An outage of the database is told by another; what fails for longer is told here. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Checkpoints checkpoints;
    private final Alarms alarms;
    private final SelfCheck check;
    private final HeadCheck heads;
    private final List<Regularly> background;

    /** @param background what signs and checks: while it fails, that nothing is found says nothing */
    ProofHealth(Checkpoints checkpoints, Alarms alarms, SelfCheck check, HeadCheck heads, List<Regularly> background) {
        super("What proves the record could not be read.");
        this.checkpoints = checkpoints;
        this.alarms = alarms;
        this.check = check;
        this.heads = heads;
        this.background = background;
    }

    @Override protected void doHealthCheck(Health.Builder health) {
        SelfCheck.Standing standing = check.standing();
        List<String> wrong = new ArrayList<>(alarms.standing());
        String unsigned = checkpoints.problem();
        if (unsigned != null) wrong.add(unsigned);
        background.stream().filter(regular -> regular.failing().compareTo(PATIENCE) > 0).forEach(regular ->
                wrong.add(regular.what() + " has not succeeded for " + regular.failing().toMinutes() + " minutes: the log says why."));
        String cut = heads.cut();
        if (cut != null && !wrong.contains(cut)) wrong.add(cut);
        standing.findings().forEach(finding -> {
            if (!wrong.contains(finding.sentence())) wrong.add(finding.sentence());
        });
        if (wrong.isEmpty()) health.up(); else health.down().withDetail("problems", wrong.stream().limit(TOLD).toList());
        health.withDetail("signedSize", checkpoints.signedSize())
                .withDetail("keys", checkpoints.keys().size()).withDetail("checked", standing.checked())
                .withDetail("findings", standing.findings().size());
        health.withDetail("looked", standing.size()).withDetail("present", standing.present());
        if (standing.ended() != null) health.withDetail("lastCheckEnded", standing.ended().toString());
    }
}
