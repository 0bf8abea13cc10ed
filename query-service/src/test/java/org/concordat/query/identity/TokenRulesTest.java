package org.concordat.query.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenRulesTest {

    private static final String ISSUER = "https://id.example.org";

    private static boolean taken(String subject) {
        return !TokenRules.forIssuer(ISSUER).validate(Jwt.withTokenValue("t").header("alg", "RS256").issuer(ISSUER)
                .audience(List.of(TokenRules.AUDIENCE)).subject(subject)
                .expiresAt(Instant.now().plusSeconds(60)).build()).hasErrors();
    }

    @ParameterizedTest @ValueSource(strings = {"concordat", "Concordat", "CONCORDAT"})
    void nobody_signs_in_as_the_system_itself(String subject) {
        assertThat(taken(subject)).isFalse();
    }

    @Test void a_person_whose_id_only_contains_that_name_does() {
        assertThat(taken("concordat-admin")).isTrue();
        assertThat(taken("police")).isTrue();
    }

    @ParameterizedTest @ValueSource(strings = {"two words", "-dash", "a/b", "\u0430"})
    void what_is_no_person_id_is_refused(String subject) {
        assertThat(taken(subject)).isFalse();
    }
}
