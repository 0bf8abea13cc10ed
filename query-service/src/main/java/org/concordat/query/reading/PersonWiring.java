package org.concordat.query.reading;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.Optional;
import org.concordat.api.PersonId;
import org.concordat.api.planitem.Lead;
import org.concordat.query.directory.Directory;
import org.concordat.query.history.EntryAt;
import org.concordat.query.moment.Moment;
import org.concordat.query.partnership.Actor;
import org.concordat.query.partnership.Appointment;
import org.concordat.query.partnership.Mandate;
import org.concordat.query.partnership.PartnershipLead;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** Names beside person ids, from the directory as it is now: whatever moment is asked, a forgotten name is not there. */
@Component
class PersonWiring implements RuntimeWiringConfigurer {

    private final Directory directory;

    PersonWiring(Directory directory) {
        this.directory = directory;
    }

    @Override public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Actor", type -> type.dataFetcher("name", Fetcher.one(String.class, env ->
                name(env, Sources.of(env, Actor.class).person()))));
        wiring.type("Appointment", type -> type.dataFetcher("name", Fetcher.one(String.class, env ->
                name(env, Sources.of(env, Appointment.class).person().value()))));
        wiring.type("Mandate", type -> type.dataFetcher("holderName", Fetcher.one(String.class, env ->
                name(env, Sources.of(env, Mandate.class).holder().value()))));
        wiring.type("PartnershipLead", type -> type.dataFetcher("name", Fetcher.one(String.class, env ->
                name(env, Sources.of(env, PartnershipLead.class).person().value()))));
        wiring.type("LeadPerson", type -> type.dataFetcher("name", Fetcher.one(String.class, env ->
                name(env, Sources.of(env, Lead.Person.class).person().value()))));
        // A stream stands at no moment of its reader's choice: the entry brings its partnership along.
        wiring.type("Entry", type -> type.dataFetcher("actor", Fetcher.one(Actor.class, env -> {
            EntryAt entry = Sources.of(env, EntryAt.class);
            PartnershipAt at = env.getLocalContext();
            return DataFetcherResult.newResult().data(entry.actor())
                    .localContext(at == null ? new PartnershipAt(entry.view(), Moment.NOW) : at).build();
        })));
    }

    /** Outside any partnership only the asker's own name can be asked for. */
    private @Nullable String name(DataFetchingEnvironment env, String person) {
        PartnershipAt at = env.getLocalContext();
        Optional<String> name = at == null ? directory.nameOf(new PersonId(person)) : directory.nameIn(at.id(), person);
        return name.orElse(null);
    }
}
