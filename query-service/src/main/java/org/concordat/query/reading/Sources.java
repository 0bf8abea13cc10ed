package org.concordat.query.reading;

import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;

final class Sources {

    private Sources() {}

    static <T> T of(DataFetchingEnvironment env, Class<T> type) {
        return type.cast(Objects.requireNonNull(env.<Object>getSource()));
    }
}
