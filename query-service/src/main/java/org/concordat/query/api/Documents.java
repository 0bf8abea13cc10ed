package org.concordat.query.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.concordat.query.limits.TooMany;
import org.springframework.stereotype.Component;

/**
 * An operation's text is read and validated once; clients ask the same questions all day. Its cost is counted each time. A text that
 * would be too much work is refused before the parser sees it.
 */
@Component
class Documents implements PreparsedDocumentProvider {

    private static final int BYTES = 8_000_000;
    /** What a token is as part of a parsed text, roughly: its node, its place and the lists it stands in. */
    private static final int OF_A_TOKEN = 300;

    private record Known(PreparsedDocumentEntry entry, TextScan scan) {}

    private final Spending spending;
    private final Cache<String, Known> read = Caffeine.newBuilder().maximumWeight(BYTES)
        .weigher((String text, Known known) -> 100 + 2 * text.length() + OF_A_TOKEN * known.scan().tokens()).build();

    Documents(Spending spending) {
        this.spending = spending;
    }

    @Override public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> reader) {
        return CompletableFuture.completedFuture(document(input, reader));
    }

    private PreparsedDocumentEntry document(ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> reader) {
        String text = input.getQuery();
        Known known = read.getIfPresent(text);
        try {
            TextScan scan = known == null ? scanned(input) : known.scan();
            spending.begins(input.getGraphQLContext(), scan.acts());
            GivenVariables.check(input.getRawVariables().toMap());
            if (known != null) return known.entry();
            PreparsedDocumentEntry entry = reader.apply(input);
            if (!entry.hasErrors()) read.put(text, new Known(entry, scan));
            return entry;
        } catch (ApiRefusal | TooMany refused) {
            return new PreparsedDocumentEntry(List.<GraphQLError>of(Refusals.error(refused)));
        } catch (AbortExecutionException refused) {
            return new PreparsedDocumentEntry(refused.toExecutionResult().getErrors());
        }
    }

    /** What is too much to be worked on was looked at all the same. */
    private TextScan scanned(ExecutionInput input) {
        try {
            return TextScan.of(input.getQuery());
        } catch (ApiRefusal tooMuch) {
            spending.begins(input.getGraphQLContext(), false);
            throw tooMuch;
        }
    }
}
