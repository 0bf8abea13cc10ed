package org.concordat.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UnknownOptionsTest {

    private static final String VARIABLES = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    private final StandardEnvironment environment = new StandardEnvironment();

    private void look() {
        UnknownOptions.refuse(environment, KnownOptions.of(true), true);
    }

    private void given(String... line) {
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(line));
    }

    private void refused(String... parts) {
        assertThatThrownBy(this::look).isInstanceOf(StartRefusal.class).message().contains(parts).doesNotContain("\n");
    }

    @ParameterizedTest @CsvSource({
        "--concordat.founderz=x,         --concordat.founders?",
        "--concordat.databaze.url=x,     --concordat.database.url?",
        "--concordat.axonserver-tokens=x, --concordat.axonserver.token?",
        "--concrodat.founders=x,         --concordat.founders?",
        "--founders=x,                   --concordat.founders?",
        "concordat.founders=x,           --concordat.founders=?",
        "-concordat.founders=x,          --concordat.founders=?",
        "--concordat.something.else=x,   docs/operations.md",
        "restart,                        does not know the command restart"})
    void a_word_on_the_command_line(String word, String said) {
        given("--server.port=0", word);
        refused(said);
    }

    @Test void a_variable_and_a_setting_of_a_file() {
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource(VARIABLES, Map.of("CONCORDAT_FOUNDERZ", "x")));
        refused("CONCORDAT_FOUNDERZ", "--concordat.founders?");
        environment.getPropertySources().remove(VARIABLES);
        environment.getPropertySources().addFirst(new MapPropertySource("Config resource 'file [/etc/concordat.yaml]'",
                Map.of("concordat.database.pasword", "x")));
        refused("concordat.database.pasword", "--concordat.database.password?");
    }

    @Test void a_long_word_is_not_repeated() {
        given("x".repeat(100_000));
        assertThatThrownBy(this::look).message().hasSizeLessThan(400);
    }

    @ParameterizedTest @ValueSource(strings = {"--concordat.founders=a,b", "--concordat.database.url=x", "--concordat.database-url=x", "--debug",
        "--server.port=0", "--logging.level.root=info", "--spring.application.name=x"})
    void what_something_reads(String option) {
        given(option);
        look();
    }

    @Test void what_something_reads_in_another_spelling() {
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource(VARIABLES, Map.of("CONCORDAT_FOUNDERS_0", "x",
                "CONCORDAT_DATABASE_URL", "x", "PATH", "x", "CONCORDATS", "x")));
        environment.getPropertySources().addFirst(new MapPropertySource("a file", Map.of("concordat.founders[0]", "a", "concordat.founders[1]", "b")));
        look();
    }
}
