package org.concordat.standalone.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.concordat.api.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The people of the demonstration, all with the secret "demo"; Spring's own list refuses two with the same secret. */
class DemoPeople implements RegisteredClientRepository {

    static final List<String> ALL =
        List.of("police", "scc", "ssotp", "social-care", "programme", "chair", "auditor", "outsider");

    /** What the directory calls them: posts, and labelled, because nobody is meant. */
    static final Map<PersonId, String> NAMES = Map.of(
            new PersonId("police"), "Demo: police representative",
            new PersonId("scc"), "Demo: county council representative",
            new PersonId("ssotp"), "Demo: health trust representative",
            new PersonId("social-care"), "Demo: social care representative",
            new PersonId("programme"), "Demo: programme office",
            new PersonId("chair"), "Demo: chair",
            new PersonId("auditor"), "Demo: auditor");

    @Override public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override public @Nullable RegisteredClient findByClientId(String person) {
        if (!ALL.contains(person)) return null;
        return RegisteredClient.withId(person).clientId(person).clientSecret("{noop}demo")
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(1)).build())
            .build();
    }

    /** Spring would store a stronger hash of the secret; there is nothing to keep. */
    @Override public void save(RegisteredClient client) {}
}
