package org.concordat.query.history;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Values as the JSON scalar gives them out: maps, lists, strings, numbers. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(BigDecimal.class, ToStringSerializer.instance)).build();

    private Json() {}

    /** In the shape of the contract: a lead is {@code {"post":{…}}} here as everywhere. */
    public static @Nullable Object of(@Nullable Object value) {
        return value == null ? null : MAPPER.readValue(MAPPER.writeValueAsBytes(value), Object.class);
    }

    /** Null where the stored bytes are not JSON, which only an event of another version could be. */
    public static @Nullable Object read(byte[] stored) {
        try {
            return MAPPER.readValue(stored, Object.class);
        } catch (JacksonException unreadable) {
            return null;
        }
    }
}
