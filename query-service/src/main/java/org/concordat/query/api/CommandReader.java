package org.concordat.query.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.concordat.api.Contract;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads an input straight into its command record: nothing unknown, nothing missing, nothing bent into shape. */
final class CommandReader {

    private final JsonMapper json = JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .addModule(Amounts.EXACT)
        .build();

    /** @throws ApiRefusal naming the field that has no possible meaning */
    <T> T read(Map<String, @Nullable Object> input, Class<T> command) {
        T read;
        try {
            read = json.convertValue(input, command);
        } catch (JacksonException e) {
            throw InputProblem.of(e, input);
        }
        complete(read, "input");
        return read;
    }

    /** GraphQL's non-null fields say it too; the records have the last word, whatever the schema forgot. */
    private static void complete(Object value, String path) {
        if (value instanceof Collection<?> many) {
            int i = 0;
            for (Object one : many) {
                if (one == null) throw ApiRefusal.badInput(path + "[" + i + "]", "is missing");
                complete(one, path + "[" + i++ + "]");
            }
        }
        boolean ours = value.getClass().getName().startsWith(Contract.class.getPackageName());
        if (!ours || !(value instanceof Record)) return;
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String at = path + "." + component.getName();
            Object part = part(value, component);
            if (part != null) {
                complete(part, at);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw ApiRefusal.badInput(at, "is missing");
            }
        }
    }

    private static @Nullable Object part(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record's component can always be read", e);
        }
    }
}
