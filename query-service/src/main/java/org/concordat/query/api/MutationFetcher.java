package org.concordat.query.api;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.concordat.api.CommonRejection.StoreUnavailable;
import org.concordat.api.PersonId;
import org.concordat.api.Receipt;
import org.concordat.query.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;

/** One mutation: takes out what is about the act, reads the rest into the command and sends it. */
record MutationFetcher(Class<?> command, CommandReader reader, CommandDoor door, Attempts attempts)
        implements SelfDescribingDataFetcher<Receipt> {

    private static final String STORE_AWAY = "org.concordat.storeAway";

    private record Read(Object command, String commandId, @Nullable LocalDate effectiveOn, @Nullable Long expectedVersion) {}

    @Override public Receipt get(DataFetchingEnvironment environment) {
        PersonId person = Caller.current().person();
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        Read read;
        try {
            given.putAll(Objects.requireNonNull(environment.<Map<String, @Nullable Object>>getArgument("input")));
            read = read(given);
        } catch (ApiRefusal | GraphQLException unread) {
            attempts.refused(person, command.getSimpleName(), Targets.id(given.get(Targets.field(command))),
                    Targets.commandId(given.get("commandId")), ApiCode.BAD_INPUT.name());
            throw unread;
        }
        return sent(person, read, environment.getGraphQlContext());
    }

    /** Whoever found no store waited for it: later commands of the request are not sent, or it would wait once for each. */
    private Receipt sent(PersonId person, Read read, GraphQLContext request) {
        if (request.getBoolean(STORE_AWAY)) throw new Refused(new StoreUnavailable());
        try {
            return door.send(person, read.command(), read.commandId(), read.effectiveOn(), read.expectedVersion());
        } catch (Refused refused) {
            if (refused.rejection() instanceof StoreUnavailable) request.put(STORE_AWAY, true);
            throw refused;
        }
    }

    private Read read(Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> input = new LinkedHashMap<String, @Nullable Object>(given);
        String commandId = commandId(input.remove("commandId"));
        Long expectedVersion = expectedVersion(input.remove("expectedVersion"));
        LocalDate effectiveOn = (LocalDate) input.remove("effectiveOn");
        return new Read(reader.read(NewIds.filled(input, command, commandId), command), commandId, effectiveOn, expectedVersion);
    }

    private static String commandId(@Nullable Object given) {
        if (given == null) return UUID.randomUUID().toString();
        String id = Targets.commandId(given);
        if (id == null) throw ApiRefusal.badInput("input.commandId", "must be 1 to 100 of A-Z a-z 0-9 . _ : -, and must not begin with carry-out: or due:");
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
