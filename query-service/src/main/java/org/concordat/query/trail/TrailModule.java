package org.concordat.query.trail;

import java.time.Clock;
import java.time.Duration;
import org.concordat.query.ledger.Ledger;
import org.concordat.wiring.Regularly;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail's parts. */
@Configuration(proxyBeanMethods = false)
class TrailModule {

    /** What was counted is written once more at the end, when the front door is shut. */
    @Bean(destroyMethod = "settle") JdbcTrail trail(JdbcClient jdbc, PlatformTransactionManager transactions, Ledger ledger,
                          ObjectProvider<Clock> clock) {
        return new JdbcTrail(new TrailTable(jdbc, ownTransaction(transactions)), new Repeats(), ledger::knows,
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean Regularly trailSettling(JdbcTrail trail, @Value("${concordat.trail.settle:1m}") Duration every) {
        return new Regularly("Writing what was counted for the trail", every, trail::settle);
    }

    @Bean TrailHealth trailHealthIndicator(JdbcTrail trail) {
        return new TrailHealth(trail);
    }

    /** A record stands whatever becomes of what is going on around it. */
    static TransactionTemplate ownTransaction(PlatformTransactionManager transactions) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }
}
