package org.concordat.query.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** An operation's text is read and validated once; clients ask the same questions all day. Its cost is counted each time. */
@Component
class Documents implements PreparsedDocumentProvider {

    private static final int CHARACTERS = 2_000_000;

    private final Cache<String, PreparsedDocumentEntry> read = Caffeine.newBuilder().maximumWeight(CHARACTERS)
            .weigher((String text, PreparsedDocumentEntry entry) -> 100 + text.length()).build();

    @Override public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> reader) {
        PreparsedDocumentEntry known = read.getIfPresent(input.getQuery());
        if (known != null) return CompletableFuture.completedFuture(known);
        PreparsedDocumentEntry entry = reader.apply(input);
        if (!entry.hasErrors()) read.put(input.getQuery(), entry);
        return CompletableFuture.completedFuture(entry);
    }
}
