package org.concordat.query.api;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.concordat.api.Receipt;
import org.concordat.query.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;

/** One mutation: takes out what is about the act, reads the rest into the command and sends it. */
record MutationFetcher(Class<?> command, CommandReader reader, CommandDoor door)
        implements SelfDescribingDataFetcher<Receipt> {

    private static final Pattern COMMAND_ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    @Override public Receipt get(DataFetchingEnvironment environment) {
        Map<String, @Nullable Object> given = Objects.requireNonNull(environment.getArgument("input"));
        Map<String, @Nullable Object> input = new LinkedHashMap<String, @Nullable Object>(given);
        String commandId = commandId(input.remove("commandId"));
        Long expectedVersion = expectedVersion(input.remove("expectedVersion"));
        LocalDate effectiveOn = (LocalDate) input.remove("effectiveOn");
        Object read = reader.read(NewIds.filled(input, command, commandId), command);
        return door.send(Caller.current().person(), read, commandId, effectiveOn, expectedVersion);
    }

    private static String commandId(@Nullable Object given) {
        if (given == null) return UUID.randomUUID().toString();
        String id = given.toString();
        if (!COMMAND_ID.matcher(id).matches()) {
            throw ApiRefusal.badInput("input.commandId", "must be 1 to 100 of A-Z a-z 0-9 . _ : -");
        }
        return id;
    }

    private static @Nullable Long expectedVersion(@Nullable Object given) {
        if (given == null) return null;
        long version = ((Number) given).longValue();
        if (version < 0) throw ApiRefusal.badInput("input.expectedVersion", "must not be negative");
        return version;
    }

    @Override public String getDescription() {
        return command.getSimpleName();
    }

    @Override public ResolvableType getReturnType() {
        return ResolvableType.forClass(Receipt.class);
    }
}
