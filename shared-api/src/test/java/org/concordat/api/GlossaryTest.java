package org.concordat.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GlossaryTest {

    @Test void every_word_of_a_command_or_an_event_is_explained() throws IOException {
        String glossary = Files.readString(Path.of("..", "GLOSSARY.md"));
        assertThat(Stream.of(Contract.COMMANDS, Contract.IMPORT_COMMANDS, Contract.EVENTS).flatMap(c -> c.stream())
                .map(Class::getSimpleName)).isNotEmpty()
                .allSatisfy(word -> assertThat(glossary).contains("*" + word + "*"));
    }
}
