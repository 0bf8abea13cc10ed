package org.concordat.query.pack;

import java.time.Clock;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.ledger.Proofs;
import org.concordat.query.moment.Moments;
import org.concordat.query.proving.Checkpoints;
import org.concordat.query.proving.Cosignatures;
import org.concordat.query.trail.Trail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PackModule {

    @Bean Packs packs(Ledger ledger, Proofs proofs, Moments moments, Checkpoints checkpoints, Cosignatures cosignatures,
                      Trail trail, ObjectProvider<Clock> clock) {
        return new Packs(ledger, proofs, moments, checkpoints, cosignatures, trail, clock.getIfAvailable(Clock::systemUTC));
    }
}
