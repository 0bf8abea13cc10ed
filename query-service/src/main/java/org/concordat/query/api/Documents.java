package org.concordat.query.api;

import com.github.benmanes.caffeine.cache.Cache;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.concordat.query.limits.TooMany;
import org.concordat.wiring.memory.Kept;
import org.concordat.wiring.memory.Memory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * An operation's text is read and validated once; clients ask the same questions all day. Its cost is counted each time. A text that
 * would be too much work is refused before the parser sees it.
 */
@Component
class Documents implements PreparsedDocumentProvider {

    /** What a parsed text takes: for being there, for each character, and for each token its node and the lists it stands in. */
    private static final int DOCUMENT = 1_000;
    private static final int OF_A_CHARACTER = 2;
    private static final int OF_A_TOKEN = 80;

    private record Known(PreparsedDocumentEntry entry, TextScan scan) {
        long bytes(String text) {
            return DOCUMENT + (long) OF_A_CHARACTER * text.length() + (long) OF_A_TOKEN * scan.tokens();
        }
    }

    private final Spending spending;
    private final Cache<String, Known> read;

    Documents(Spending spending, ObjectProvider<Memory> memory) {
        this.spending = spending;
        read = memory.getIfAvailable(Memory::usual).cache(Kept.DOCUMENTS, (text, known) -> known.bytes(text));
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
