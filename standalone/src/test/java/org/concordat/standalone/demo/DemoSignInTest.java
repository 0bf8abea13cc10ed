package org.concordat.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.concordat.standalone.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demonstration's people sign in, at whatever address it is reached; and nowhere else. */
@SpringBootTest(classes = DemoSignInTest.App.class, webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"concordat.demo=true", "management.endpoints.access.default=none"})
class DemoSignInTest {

    @SpringBootConfiguration
    @Import(DemoSignIn.class)
    @ComponentScan("org.concordat.query.identity")
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class, JacksonAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class})
    static class App {}

    @DynamicPropertySource static void database(DynamicPropertyRegistry properties) {
        properties.add("concordat.database.url", TestDatabase.empty()::url);
    }

    @LocalServerPort int port;

    private HttpResponse<String> token(String person, String secret, boolean basic) throws Exception {
        String form = "grant_type=client_credentials" + (basic ? "" : "&client_id=" + person + "&client_secret="
            + secret);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        if (basic) {
            request.header("Authorization",
                "Basic " + Base64.getEncoder().encodeToString((person + ":" + secret).getBytes()));
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String accessToken(HttpResponse<String> answer) {
        return answer.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    private int status(String path, String token) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString()).statusCode();
    }

    @Test void each_person_gets_a_token_for_an_hour_from_the_fixed_issuer() throws Exception {
        for (String person : DemoPeople.ALL) {
            for (boolean basic : new boolean[] {true, false}) {
                HttpResponse<String> answer = token(person, "demo", basic);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                var claims = SignedJWT.parse(accessToken(answer)).getJWTClaimsSet();
                assertThat(claims.getSubject()).isEqualTo(person);
                assertThat(claims.getIssuer()).isEqualTo(DemoSignIn.ISSUER);
                assertThat(claims.getAudience()).containsExactly("concordat");
                assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime()).isEqualTo(3_600_000);
            }
        }
    }

    @Test void the_front_door_takes_the_token() throws Exception {
        assertThat(status("/nowhere", accessToken(token("police", "demo", true)))).isEqualTo(404);
        assertThat(status("/nowhere", "x.y.z")).isEqualTo(401);
    }

    @Test void others_get_none() throws Exception {
        assertThat(token("police", "wrong", true).statusCode()).isEqualTo(401);
        assertThat(token("stranger", "demo", true).statusCode()).isEqualTo(401);
        assertThat(token("stranger", "demo", false).statusCode()).isEqualTo(401);
    }

    @Test void the_token_endpoint_is_the_only_one() throws Exception {
        String police = accessToken(token("police", "demo", true));
        for (String path : new String[] {"/oauth2/jwks", "/oauth2/authorize", "/.well-known/oauth-authorization-server",
            "/oauth2/token"}) {
            assertThat(status(path, police)).as(path).isEqualTo(404);
        }
    }

    @Test void outside_a_demonstration_there_is_no_sign_in_of_ours() {
        for (String demo : new String[] {"concordat.demo=false", "other=1", "concordat.demo=yes"}) {
            new ApplicationContextRunner().withUserConfiguration(DemoSignIn.class).withPropertyValues(demo)
                .run(context -> assertThat(context).doesNotHaveBean(DemoSignIn.class));
        }
    }
}
