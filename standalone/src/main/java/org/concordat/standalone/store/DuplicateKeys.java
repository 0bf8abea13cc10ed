package org.concordat.standalone.store;

import java.sql.SQLException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's word for "somebody else was first", which Axon's own resolver does not know. */
public final class DuplicateKeys implements PersistenceExceptionResolver {

    @Override public boolean isDuplicateKeyViolation(Exception failure) {
        return in(failure);
    }

    static boolean in(@Nullable Throwable failure) {
        if (failure == null) return false;
        return failure instanceof SQLException sql && ("23505".equals(sql.getSQLState()) || in(sql.getNextException()))
                || failure.getCause() != failure && in(failure.getCause());
    }
}
