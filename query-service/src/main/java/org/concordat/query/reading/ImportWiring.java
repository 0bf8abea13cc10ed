package org.concordat.query.reading;

import org.concordat.api.PersonId;
import org.concordat.query.api.CommandDoor;
import org.concordat.query.imports.PlanAsImported;
import org.concordat.query.moment.Moments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The import acts and sees in the name of whoever is calling. */
@Configuration(proxyBeanMethods = false)
class ImportWiring {

    @Bean org.concordat.query.imports.CommandDoor callersDoor(CommandDoor door) {
        return (command, commandId, effectiveOn) ->
                door.send(new PersonId(Readers.person()), command, commandId, effectiveOn, null);
    }

    @Bean PlanAsImported callersPlans(Moments moments, Readers readers) {
        return id -> RecordedPlan.of(id, moments).filter(_ -> readers.sees(moments.now(id), Readers.person()));
    }
}
