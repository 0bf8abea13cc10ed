package org.concordat.query.reading;

import graphql.TrivialDataFetcher;
import graphql.relay.Connection;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;
import reactor.core.publisher.Flux;

/**
 * A plain fetcher that says what it gives, so that the inspection of the schema sees behind it. It reads what is in memory and asks
 * nobody who is calling: so it is trivial, and is spared the caller's context being put around each of thousands of fields.
 */
final class Fetcher implements SelfDescribingDataFetcher<Object>, TrivialDataFetcher<Object> {

    private final ResolvableType gives;
    private final DataFetcher<? extends @Nullable Object> fetch;

    private Fetcher(ResolvableType gives, DataFetcher<? extends @Nullable Object> fetch) {
        this.gives = gives;
        this.fetch = fetch;
    }

    static Fetcher one(Class<?> type, DataFetcher<? extends @Nullable Object> fetch) {
        return new Fetcher(ResolvableType.forClass(type), fetch);
    }

    static Fetcher list(Class<?> type, DataFetcher<? extends @Nullable Object> fetch) {
        return new Fetcher(ResolvableType.forClassWithGenerics(List.class, type), fetch);
    }

    static Fetcher page(Class<?> type, DataFetcher<? extends @Nullable Object> fetch) {
        return new Fetcher(ResolvableType.forClassWithGenerics(Connection.class, type), fetch);
    }

    /** The same, with the caller's context around it: for what asks who is calling. */
    static SelfDescribingDataFetcher<Object> asCaller(Fetcher plain) {
        return new SelfDescribingDataFetcher<>() {
            @Override public @Nullable Object get(DataFetchingEnvironment env) throws Exception {
                return plain.get(env);
            }

            @Override public String getDescription() { return plain.getDescription(); }

            @Override public ResolvableType getReturnType() { return plain.getReturnType(); }
        };
    }

    static SelfDescribingDataFetcher<Object> stream(Class<?> type, DataFetcher<? extends @Nullable Object> fetch) {
        return asCaller(new Fetcher(ResolvableType.forClassWithGenerics(Publisher.class, type), env -> {
            try {
                return fetch.get(env);
            } catch (RuntimeException refused) {
                // Server-sent events know only streams: a refusal that is none would be answered as a wrong operation.
                return Flux.error(refused);
            }
        }));
    }

    @Override public @Nullable Object get(DataFetchingEnvironment env) throws Exception {
        return fetch.get(env);
    }

    @Override public String getDescription() { return "gives " + gives; }

    @Override public ResolvableType getReturnType() { return gives; }
}
