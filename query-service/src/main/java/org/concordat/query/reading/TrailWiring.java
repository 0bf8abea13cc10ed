package org.concordat.query.reading;

import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.concordat.query.api.ApiRefusal;
import org.concordat.query.api.Cursor;
import org.concordat.query.api.Page;
import org.concordat.query.trail.Attempt;
import org.concordat.query.trail.Check;
import org.concordat.query.trail.Head;
import org.concordat.query.trail.Kind;
import org.concordat.query.trail.Read;
import org.concordat.query.trail.Recorded;
import org.concordat.query.trail.Trail;
import org.concordat.query.trail.TrailFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** The trail as the auditors of a partnership read it. */
@Component
class TrailWiring implements RuntimeWiringConfigurer {

    private static final char RECORDS = 't';
    private static final int USUAL = 50;

    /** A page of the trail, from either side of it. */
    @FunctionalInterface
    private interface Side {
        List<Recorded> page(PartnershipAt at, TrailFilter filter, long after, int limit);
    }

    private final Trail trail;
    private final Readers readers;

    TrailWiring(Trail trail, Readers readers) {
        this.trail = trail;
        this.readers = readers;
    }

    @Override public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Partnership", type -> type
                .dataFetcher("attempts", Fetcher.asCaller(Fetcher.page(Attempt.class, env -> page(env, "attempts",
                        (at, filter, after, limit) -> trail.attempts(at.id(), filter, after, limit), Attempt::new))))
                .dataFetcher("reads", Fetcher.asCaller(Fetcher.page(Read.class, env -> page(env, "reads",
                        (at, filter, after, limit) -> trail.reads(at.id(), filter, after, limit), Read::new))))
                .dataFetcher("trail", Fetcher.asCaller(Fetcher.one(Head.class, env -> {
                    readers.mustAudit(PartnershipAt.of(env).id(), "trail");
                    return trail.head();
                }))));
        wiring.type("Trail", type -> type
                .dataFetcher("size", Fetcher.one(String.class, env -> Long.toString(Sources.of(env, Head.class).size())))
                .dataFetcher("head", Fetcher.one(String.class, env -> Sources.of(env, Head.class).hash()))
                .dataFetcher("checked", Fetcher.one(Check.class, env -> trail.check(held(Arguments.fields(env, "held"))))));
        wiring.type("TrailCheck", type -> type.dataFetcher("broken", Fetcher.one(String.class, env -> {
            Long broken = Sources.of(env, Check.class).broken();
            return broken == null ? null : broken.toString();
        })));
    }

    private <T> Connection<T> page(DataFetchingEnvironment env, String what, Side side,
                                   Function<Recorded, T> node) {
        PartnershipAt at = PartnershipAt.of(env);
        readers.mustAudit(at.id(), what);
        Page page = Arguments.page(env, USUAL);
        List<Recorded> found = side.page(at, filter(Arguments.fields(env, "filter")),
                Cursor.index(RECORDS, page.after()), page.first() + 1);
        return page.connection(found, node, recorded -> Cursor.of(RECORDS, recorded.number()));
    }

    private static TrailFilter filter(Map<String, @Nullable Object> asked) {
        return new TrailFilter((String) asked.get("person"), (String) asked.get("target"), (String) asked.get("command"),
                (String) asked.get("code"), kind(asked.get("kind")), (Instant) asked.get("from"), (Instant) asked.get("to"));
    }

    private static @Nullable String kind(@Nullable Object asked) {
        return asked == null ? null : Kind.valueOf(asked.toString()).word();
    }

    private static @Nullable Head held(Map<String, @Nullable Object> given) {
        if (given.isEmpty()) return null;
        String size = String.valueOf(given.get("size"));
        String head = String.valueOf(given.get("head"));
        if (!size.matches("[0-9]{1,18}")) throw ApiRefusal.badInput("held.size: is a whole number, 0 or more.");
        if (!head.matches("[0-9a-f]{64}")) throw ApiRefusal.badInput("held.head: is 64 lower-case hex digits.");
        return new Head(Long.parseLong(size), head);
    }
}
