package org.concordat.query.reading;

import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.api.Page;
import org.concordat.query.history.Change;
import org.concordat.query.history.Changes;
import org.concordat.query.history.EntryAt;
import org.concordat.query.history.Json;
import org.concordat.query.ledger.Entry;
import org.concordat.query.moment.Moments;
import org.concordat.query.partnership.Appointment;
import org.concordat.query.partnership.Board;
import org.concordat.query.partnership.Disposal;
import org.concordat.query.partnership.Partner;
import org.concordat.query.waiting.People;
import org.concordat.query.waiting.Waiting;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** What a partnership answers at the moment its reader stands at. */
@Component
class PartnershipWiring implements RuntimeWiringConfigurer {

    private static final int USUAL = 50;

    private final Moments moments;
    private final Histories histories;
    private final Readers readers;

    PartnershipWiring(Moments moments, Histories histories, Readers readers) {
        this.moments = moments;
        this.histories = histories;
        this.readers = readers;
    }

    @Override public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Partnership", type -> type
                .dataFetcher("appointments", Fetcher.list(Appointment.class, env -> {
                    LocalDate heldOn = env.getArgument("heldOn");
                    List<Appointment> all = List.copyOf(at(env).view().partners().appointments().values());
                    return heldOn == null ? all : all.stream().filter(a -> a.heldOn(heldOn)).toList();
                }))
                .dataFetcher("waitingFor", Fetcher.page(Waiting.class, this::waitingFor))
                .dataFetcher("history", Fetcher.page(EntryAt.class, env ->
                        histories.of(at(env), Arguments.page(env, USUAL), Arguments.fields(env, "filter"))))
                .dataFetcher("changes", Fetcher.page(Change.class, env -> Arguments.page(env, USUAL).of('c',
                        Changes.between(at(env).since(moments, Arguments.moment(env, "since")), at(env).view()),
                        Change::key))));
        wiring.type("Waiting", type -> type.dataFetcher("people", Fetcher.list(String.class, env ->
                people(env).of(Sources.of(env, Waiting.class)).stream().map(PersonId::value).toList())));
        wiring.type("Appointment", type -> type
                .dataFetcher("partner", Fetcher.one(Partner.class, env -> Looked.up(
                        Objects.requireNonNull(env.<Appointment>getSource()).partnerId(),
                        at(env).view().partners().partners())))
                .dataFetcher("board", Fetcher.one(Board.class, env -> Looked.up(
                        Objects.requireNonNull(env.<Appointment>getSource()).boardId(),
                        at(env).view().partners().boards()))));
        wiring.type("Change", type -> type
                .dataFetcher("before", Fetcher.one(Object.class, env ->
                        Json.of(Objects.requireNonNull(env.<Change>getSource()).before())))
                .dataFetcher("after", Fetcher.one(Object.class, env ->
                        Json.of(Objects.requireNonNull(env.<Change>getSource()).after()))));
        wiring.type("Entry", type -> type.dataFetcher("correctedBy", Fetcher.one(EntryAt.class, env ->
                histories.corrector(Objects.requireNonNull(env.<EntryAt>getSource()))))
                .dataFetcher("disposed", Fetcher.one(Disposal.class, env -> {
                    Entry entry = Sources.of(env, EntryAt.class).entry();
                    return moments.now(entry.partnership()).partners().disposals().get(entry.id());
                })));
    }

    private Connection<Waiting> waitingFor(DataFetchingEnvironment env) {
        PartnerId partner = Arguments.id("partner", Arguments.id(env, "partner"), PartnerId::new);
        String person = env.getArgument("person");
        Page page = Arguments.page(env, USUAL);
        Predicate<Waiting> theirs = any -> true;
        if (person != null) {
            PersonId who = Arguments.id("person", person, PersonId::new);
            People people = people(env);
            theirs = waiting -> people.of(waiting).contains(who);
        }
        List<Waiting> found = Waiting.first(at(env).view(), partner, page.after(), page.first() + 1, theirs);
        return page.connection(found, waiting -> waiting, Waiting::cursor);
    }

    private People people(DataFetchingEnvironment env) {
        return new People(at(env).view(), readers.day(at(env)));
    }

    private static PartnershipAt at(DataFetchingEnvironment env) {
        return PartnershipAt.of(env);
    }
}
