package org.concordat.query.proving;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.concordat.wiring.Damage;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows all at once, and one by one where one of them is damaged: it hides none of the others. */
final class OneByOne {

    private OneByOne() {}

    /**
     * @param places  a query for the places of the same rows, as text
     * @param one     a query for the row at a place
     * @param damaged told of each row that cannot be read
     */
    static <T> List<T> read(JdbcClient jdbc, RowMapper<T> row, Supplier<List<T>> all, String places, String one, Runnable damaged) {
        try {
            return all.get();
        } catch (RuntimeException e) {
            if (!Damage.is(e)) throw e;
        }
        List<T> read = new ArrayList<>();
        for (String place : jdbc.sql(places).query((r, n) -> r.getString(1)).list()) {
            try {
                read.addAll(jdbc.sql(one).param(place).query(row).list());
            } catch (RuntimeException e) {
                if (!Damage.is(e)) throw e;
                damaged.run();
            }
        }
        return read;
    }
}
