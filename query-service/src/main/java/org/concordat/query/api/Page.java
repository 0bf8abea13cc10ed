package org.concordat.query.api;

import graphql.relay.Connection;
import graphql.relay.DefaultConnection;
import graphql.relay.DefaultConnectionCursor;
import graphql.relay.DefaultEdge;
import graphql.relay.DefaultPageInfo;
import graphql.relay.Edge;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much of a list is asked for: {@code first} is 1 to 100, anything else is BAD_INPUT. */
public record Page(int first, @Nullable String after) {

    public static final int MOST = 100;

    public Page {
        if (first < 1 || first > MOST) throw ApiRefusal.badInput("first: is 1 to " + MOST + ", not " + first + ".");
    }

    /** A page of things in memory, in the order of their keys, each key there once. */
    public <T> Connection<T> of(char kind, Stream<T> all, Function<T, String> key) {
        String from = Cursor.key(kind, after);
        record Keyed<T>(String key, T thing) {}
        List<Keyed<T>> found = all.map(t -> new Keyed<>(key.apply(t), t)).sorted((a, b) -> a.key().compareTo(b.key()))
                .filter(k -> from == null || k.key().compareTo(from) > 0).limit(first + 1L).toList();
        return connection(found, Keyed::thing, k -> new Cursor(kind, k.key()));
    }

    /** @param found up to one more than asked for, which only tells that there is more */
    public <F, T> Connection<T> connection(List<F> found, Function<F, T> node, Function<F, Cursor> cursor) {
        List<Edge<T>> edges = found.stream().limit(first)
                .<Edge<T>>map(f -> new DefaultEdge<>(node.apply(f),
                    new DefaultConnectionCursor(cursor.apply(f).toString())))
                .toList();
        return new DefaultConnection<>(edges, new DefaultPageInfo(
                edges.isEmpty() ? null : edges.getFirst().getCursor(),
                edges.isEmpty() ? null : edges.getLast().getCursor(),
                after != null, found.size() > first));
    }
}
