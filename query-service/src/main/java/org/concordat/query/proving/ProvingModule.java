package org.concordat.query.proving;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.concordat.query.ledger.DisposalCheck;
import org.concordat.query.ledger.EntryCheck;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.ledger.Proofs;
import org.concordat.query.ledger.Store;
import org.concordat.query.moment.Moments;
import org.concordat.wiring.Regularly;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What proves the record, put together. */
@Configuration(proxyBeanMethods = false)
class ProvingModule {

    @Bean Checkpoints checkpoints(JdbcClient jdbc, Proofs proofs, ObjectProvider<Clock> clock,
                                  @Value("${concordat.ledger.origin:}") String asked, @Value("${concordat.ledger.key:}") String file) {
        String origin = Origin.of(jdbc, asked);
        boolean signed = jdbc.sql("select exists (select from checkpoint)").query(Boolean.class).single();
        return new Checkpoints(jdbc, proofs, origin, file.isEmpty() ? LedgerKeys.NONE : LedgerKeys.in(Path.of(file), origin, signed),
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean Alarms alarms(JdbcClient jdbc, ObjectProvider<Clock> clock) {
        return new Alarms(jdbc, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean Sight sight(Ledger ledger, Moments moments, ObjectProvider<Clock> clock) {
        return new Sight(ledger, moments, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean Cosignatures cosignatures(JdbcClient jdbc, Proofs proofs, Checkpoints checkpoints, Sight sight, Alarms alarms,
                                    ObjectProvider<Clock> clock) {
        return new Cosignatures(jdbc, proofs, checkpoints, sight, alarms, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean HeadCheck headCheck(Proofs proofs, Store store, Checkpoints checkpoints, Cosignatures cosignatures) {
        return new HeadCheck(proofs, store, checkpoints, cosignatures);
    }

    @Bean SelfCheck selfCheck(JdbcClient jdbc, Proofs proofs, EntryCheck entries, DisposalCheck disposals, HeadCheck heads,
                              Ledger ledger, Moments moments, ObjectProvider<Clock> clock,
                              @Value("${concordat.ledger.check.every:1h}") Duration every) {
        return new SelfCheck(jdbc, proofs, entries, disposals, heads, new ViewCheck(ledger, moments), every,
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean Regularly signing(Proofs proofs, Checkpoints checkpoints, Alarms alarms, @Value("${concordat.ledger.files:}") String folder,
                            @Value("${concordat.ledger.sign.every:10s}") Duration every) {
        LedgerFiles files = folder.isEmpty() ? null : new LedgerFiles(Path.of(folder), proofs, alarms);
        return new Regularly("Signing a checkpoint", every, () -> checkpoints.current().ifPresent(signed -> {
            if (files != null) files.write(signed);
        }));
    }

    @Bean Regularly checking(SelfCheck check, @Value("${concordat.ledger.check.pause:250ms}") Duration pause) {
        return new Regularly("A step of the self-check", pause, check::step);
    }

    @Bean ProofHealth proofHealthIndicator(Checkpoints checkpoints, Alarms alarms, SelfCheck check, HeadCheck heads,
                                               @Qualifier("signing") Regularly signing, @Qualifier("checking") Regularly checking) {
        return new ProofHealth(checkpoints, alarms, check, heads, List.of(signing, checking));
    }

    @Bean MeterBinder provingMeters(SelfCheck check, Alarms alarms, ObjectProvider<Clock> clock) {
        return new ProvingMeters(check, alarms, clock.getIfAvailable(Clock::systemUTC));
    }
}
