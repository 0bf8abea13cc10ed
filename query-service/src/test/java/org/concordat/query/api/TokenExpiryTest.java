package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.concordat.api.PersonId;
import org.concordat.query.identity.Caller;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class TokenExpiryTest {

    private static Caller expiringIn(Duration time) {
        return new Caller(new PersonId("police"), Instant.now().plus(time));
    }

    @Test void a_stream_ends_with_the_token_and_says_so() {
        List<Object> seen = TokenExpiry.ending(expiringIn(Duration.ofMillis(300)), Flux.concat(Flux.just("a"),
            Flux.never()))
            .collectList().block(Duration.ofSeconds(5));
        assertThat(seen).hasSize(2).first().isEqualTo("a");
        assertThat(((ExecutionResult) seen.getLast()).getErrors().getFirst().getExtensions())
            .containsEntry("code", "UNAUTHENTICATED");
    }

    @Test void a_stream_that_ends_by_itself_is_left_alone() {
        assertThat(TokenExpiry.ending(expiringIn(Duration.ofMinutes(1)), Flux.just("a")).collectList().block())
            .containsExactly("a");
    }
}
