package org.concordat.query.reading;

import java.time.Duration;
import java.time.LocalDate;
import org.concordat.api.PersonId;
import org.concordat.api.Receipt;
import org.concordat.query.api.CommandDoor;
import org.concordat.query.imports.PlanAsImported;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.moment.Moment;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The import acts and sees in the name of whoever is calling. */
@Configuration(proxyBeanMethods = false)
class ImportWiring {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWiring.class);

    @Bean org.concordat.query.imports.CommandDoor callersDoor(CommandDoor door, Ledger ledger) {
        return new org.concordat.query.imports.CommandDoor() {
            @Override public Receipt send(Object command, String commandId, LocalDate effectiveOn) {
                return door.send(new PersonId(Readers.person()), command, commandId, effectiveOn, null);
            }

            @Override public void settle(Receipt last) {
                if (!ledger.awaits(last, Duration.ofSeconds(5))) LOG.info("The ledger has not reached {} yet", last.id());
            }
        };
    }

    @Bean PlanAsImported callersPlans(Moments moments, Readers readers) {
        return id -> {
            PartnershipView now = moments.now(id);
            return RecordedPlan.of(id, readers.shown(now, Moment.NOW)).filter(_ -> readers.sees(now, Readers.person()));
        };
    }
}
