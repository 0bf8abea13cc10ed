package org.concordat.query.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.concordat.api.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

class KeptTokensTest {

    private final AtomicInteger verified = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2013-02-01T09:30:00Z"));
    private Instant expires = now.get().plus(Duration.ofHours(1));

    private final KeptTokens tokens = new KeptTokens(given -> {
        verified.incrementAndGet();
        String token = ((BearerTokenAuthenticationToken) given).getToken();
        if (token.startsWith("forged") || !now.get().isBefore(expires)) throw new InvalidBearerTokenException("no");
        return CallerToken.of(new Caller(new PersonId("programme"), expires), true);
    }, now::get);

    private Authentication ask(String token) {
        return tokens.authenticate(new BearerTokenAuthenticationToken(token));
    }

    private void later(Duration time) {
        now.updateAndGet(at -> at.plus(time));
    }

    @Test void a_verified_token_is_not_verified_again_within_a_minute() {
        for (int i = 0; i < 100; i++) assertThat(((Caller) ask("good").getPrincipal()).person().value()).isEqualTo("programme");
        later(Duration.ofSeconds(59));
        ask("good");
        assertThat(verified).hasValue(1);
        later(Duration.ofSeconds(1));
        ask("good");
        assertThat(verified).hasValue(2);
    }

    @Test void another_token_is_another_matter() {
        ask("good");
        ask("good too");
        assertThat(verified).hasValue(2);
        assertThatThrownBy(() -> ask("forged")).isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test void a_failure_is_never_kept() {
        for (int i = 0; i < 3; i++) assertThatThrownBy(() -> ask("forged")).isInstanceOf(InvalidBearerTokenException.class);
        assertThat(verified).hasValue(3);
    }

    @Test void a_token_that_has_ended_is_verified_again_and_refused() {
        expires = now.get().plusSeconds(20);
        ask("good");
        later(Duration.ofSeconds(20));
        assertThatThrownBy(() -> ask("good")).isInstanceOf(InvalidBearerTokenException.class);
        assertThat(verified).hasValue(2);
    }

    @Test void each_answer_is_an_authentication_of_its_own() {
        assertThat(ask("good")).isNotSameAs(ask("good"));
    }
}
