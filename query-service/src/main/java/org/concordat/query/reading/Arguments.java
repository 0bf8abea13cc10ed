package org.concordat.query.reading;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.concordat.query.api.ApiRefusal;
import org.concordat.query.api.Page;
import org.concordat.query.moment.Moment;
import org.jspecify.annotations.Nullable;

/** Arguments as the scalars leave them. */
final class Arguments {

    private Arguments() {}

    static String id(DataFetchingEnvironment env, String name) {
        String id = env.getArgument(name);
        if (id == null) throw ApiRefusal.badInput(name + ": is required.");
        return id;
    }

    /** An id of one kind; any other is BAD_INPUT, with the kind's own words. */
    static <T> T id(String name, String value, Function<String, T> read) {
        try {
            return read.apply(value);
        } catch (IllegalArgumentException e) {
            throw ApiRefusal.badInput(name + ": " + e.getMessage() + ".");
        }
    }

    static Page page(DataFetchingEnvironment env, int usual) {
        Integer first = env.getArgument("first");
        return new Page(first == null ? usual : first, env.getArgument("after"));
    }

    /** Ids that may be left out. */
    static List<String> ids(DataFetchingEnvironment env, String name) {
        List<String> ids = env.getArgument(name);
        return ids == null ? List.of() : ids;
    }

    static Moment moment(DataFetchingEnvironment env, String name) {
        Map<String, Object> at = env.getArgument(name);
        return at == null ? Moment.NOW : new Moment((LocalDate) at.get("asOf"), (Instant) at.get("asKnownAt"));
    }

    static Map<String, @Nullable Object> fields(DataFetchingEnvironment env, String name) {
        Map<String, @Nullable Object> fields = env.getArgument(name);
        return fields == null ? Map.of() : fields;
    }
}
