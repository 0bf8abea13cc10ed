package org.concordat.command.act;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MetaData;
import org.concordat.api.ActMetadata;
import org.concordat.api.PersonId;
import org.jspecify.annotations.Nullable;

/** What travelled beside a command: who says so, under which id, for which day, expecting which version. */
record Claim(PersonId person, String commandId, String content, @Nullable LocalDate effectiveOn,
             @Nullable Long expectedVersion) {

    static Claim of(CommandMessage<?> message) {
        MetaData beside = message.getMetaData();
        Object day = beside.get(ActMetadata.EFFECTIVE_ON);
        Object version = beside.get(ActMetadata.EXPECTED_VERSION);
        return new Claim(new PersonId(required(beside, ActMetadata.PERSON)), required(beside, ActMetadata.COMMAND_ID),
                required(beside, ActMetadata.COMMAND_CONTENT), day == null ? null : LocalDate.parse(day.toString()),
                version == null ? null : Long.valueOf(version.toString()));
    }

    private static String required(MetaData beside, String key) {
        if (beside.get(key) instanceof String value) return value;
        throw new IllegalStateException("a command arrived without " + key);
    }
}
