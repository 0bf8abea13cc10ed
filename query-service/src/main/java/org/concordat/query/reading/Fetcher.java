package org.concordat.query.reading;

import graphql.relay.Connection;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;
import reactor.core.publisher.Flux;

/** A plain fetcher that says what it gives, so that the inspection of the schema sees behind it. */
final class Fetcher implements SelfDescribingDataFetcher<Object> {

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

    static Fetcher stream(Class<?> type, DataFetcher<? extends @Nullable Object> fetch) {
        return new Fetcher(ResolvableType.forClassWithGenerics(Publisher.class, type), env -> {
            try {
                return fetch.get(env);
            } catch (RuntimeException refused) {
                // Server-sent events know only streams: a refusal that is none would be answered as a wrong operation.
                return Flux.error(refused);
            }
        });
    }

    @Override public @Nullable Object get(DataFetchingEnvironment env) throws Exception {
        return fetch.get(env);
    }

    @Override public String getDescription() { return "gives " + gives; }

    @Override public ResolvableType getReturnType() { return gives; }
}
