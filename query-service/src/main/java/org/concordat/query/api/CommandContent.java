package org.concordat.query.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.concordat.api.Contract;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a command says, as one hash: a repeated command has the same, a reused command id another. */
class CommandContent {

    private final JsonMapper json = JsonMapper.builder().addModule(Amounts.EXACT).build();

    /** SHA-256, lower-case hex, over person, logical name, day (or nothing) and RFC 8785 JSON, a line each. */
    String hash(PersonId person, Object command, @Nullable LocalDate effectiveOn) {
        String head = person + "\n" + Contract.nameOf(command.getClass()) + "\n"
            + (effectiveOn == null ? "" : effectiveOn) + "\n";
        try {
            String canonical = new JsonCanonicalizer(json.writeValueAsString(command)).getEncodedString();
            return Hash.of((head + canonical).getBytes(StandardCharsets.UTF_8)).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
