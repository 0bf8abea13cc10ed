package org.concordat.query.reading;

import graphql.execution.DataFetcherResult;
import graphql.relay.Connection;
import graphql.relay.Edge;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.concordat.api.Receipt;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.api.ApiRefusal;
import org.concordat.query.api.Cursor;
import org.concordat.query.api.Page;
import org.concordat.query.history.EntryAt;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.moment.Moment;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Where reading begins: the moment is chosen here, once. */
@Component
class RootWiring implements RuntimeWiringConfigurer {

    private static final char PARTNERSHIPS = 'p';
    private static final int USUAL = 20;
    private static final int AT_ONCE = 100;

    private final Ledger ledger;
    private final Moments moments;
    private final Readers readers;
    private final Nodes nodes;
    private final Stream stream;
    private final Asked asked;

    RootWiring(Ledger ledger, Moments moments, Readers readers, Nodes nodes, Stream stream, Asked asked) {
        this.ledger = ledger;
        this.moments = moments;
        this.readers = readers;
        this.nodes = nodes;
        this.stream = stream;
        this.asked = asked;
    }

    @Override public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type
                .dataFetcher("me", Fetcher.asCaller(Fetcher.one(Actor.class, env ->
                        new Actor(Readers.person(), null, null, null))))
                .dataFetcher("node", Fetcher.asCaller(Fetcher.one(Object.class, env ->
                        node(Arguments.id(env, "id"), Arguments.moment(env, "at"), env))))
                .dataFetcher("partnership", Fetcher.asCaller(Fetcher.one(PartnershipAt.class, this::partnership)))
                .dataFetcher("partnerships", Fetcher.asCaller(Fetcher.page(PartnershipAt.class, env ->
                        partnerships(env, Readers.person(), Arguments.page(env, USUAL))))));
        wiring.type("Receipt", type -> type.dataFetcher("node", Fetcher.asCaller(Fetcher.one(Object.class, this::of))));
        wiring.type("PartnershipEdge", type -> type.dataFetcher("node", Fetcher.one(PartnershipAt.class, env -> {
            Object node = Objects.requireNonNull(env.<Edge<?>>getSource()).getNode();
            PartnershipAt at = (PartnershipAt) Objects.requireNonNull(node);
            return at.with(at);
        })));
        wiring.type("Subscription", type -> type.dataFetcher("entries", Fetcher.stream(EntryAt.class, this::entries)));
    }

    private Flux<EntryAt> entries(DataFetchingEnvironment env) {
        String person = Readers.person();
        PartnershipId id = new PartnershipId(checked(Arguments.id(env, "partnership")));
        asked.touches(readers.mustSee(id, person, id.value()), env);
        return stream.entries(id, Cursor.index(EntryAt.CURSOR, env.getArgument("after")), person);
    }

    private DataFetcherResult<Object> partnership(DataFetchingEnvironment env) {
        String person = Readers.person();
        PartnershipId id = new PartnershipId(checked(Arguments.id(env, "id")));
        Map<String, @Nullable Object> receipt = Arguments.fields(env, "atLeast");
        if (!receipt.isEmpty()) readers.await(receipt(id, receipt));
        PartnershipView now = readers.mustSee(id, person, id.value());
        asked.touches(now, env);
        PartnershipAt at = asked.reading(now, Arguments.moment(env, "at"), Arguments.ids(env, "reading"), env);
        return at.with(at.view().established() ? at : null);
    }

    static String checked(String id) {
        if (!id.equals(Readers.partnershipOf(id).value())) throw Readers.notFound(id);
        return id;
    }

    private static Receipt receipt(PartnershipId partnership, Map<String, @Nullable Object> input) {
        String id = String.valueOf(input.get("id"));
        int version = input.get("version") instanceof Integer given ? given : 0;
        if (version < 1) throw ApiRefusal.badInput("atLeast.version: is 1 or more.");
        if (!id.matches("(partnership|item|decision|document|commitment)-.+") || !Readers.partnershipOf(id).equals(partnership)) {
            throw ApiRefusal.badInput("atLeast.id: is not of " + partnership + ".");
        }
        return new Receipt(id, version, "");
    }

    private DataFetcherResult<Object> node(String id, Moment moment, DataFetchingEnvironment env) {
        PartnershipId partnership = Readers.partnershipOf(id);
        PartnershipView now = readers.mustSee(partnership, Readers.person(), id);
        asked.touches(now, env);
        List<String> reading = List.of(Nodes.thing(id));
        PartnershipAt at = asked.reading(now, moment, reading, env);
        Object found = nodes.find(at, id);
        if (found == null && nodes.find(asked.reading(now, Moment.NOW, reading, env), id) == null) throw Readers.notFound(id);
        return at.with(found);
    }

    private DataFetcherResult<Object> of(DataFetchingEnvironment env) {
        Receipt receipt = Objects.requireNonNull(env.<Receipt>getSource());
        readers.await(receipt);
        return node(receipt.id(), Moment.NOW, env);
    }

    private Connection<PartnershipAt> partnerships(DataFetchingEnvironment env, String person, Page page) {
        List<PartnershipAt> found = new ArrayList<>();
        String after = Cursor.key(PARTNERSHIPS, page.after());
        List<PartnershipId> ever;
        do {
            ever = ledger.partnershipsOf(person, after, AT_ONCE);
            for (PartnershipId id : ever) {
                after = id.value();
                PartnershipView now = moments.now(id);
                if (readers.sees(now, person)) found.add(new PartnershipAt(readers.shown(now, Moment.NOW), Moment.NOW));
                if (found.size() > page.first()) break;
            }
        } while (ever.size() == AT_ONCE && found.size() <= page.first());
        found.stream().limit(page.first()).forEach(at -> asked.touches(at.view(), env));
        return page.connection(found, at -> at, at -> new Cursor(PARTNERSHIPS, at.id().value()));
    }
}
