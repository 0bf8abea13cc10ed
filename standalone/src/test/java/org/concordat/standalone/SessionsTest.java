package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {

    @Test void what_could_not_be_written_is_in_no_message() throws Exception {
        try (Connection connection = TestDatabase.empty().source().getConnection()) {
            connection.createStatement().execute("create temp table words (id int primary key, words text check (length(words) < 9))");
            try (PreparedStatement insert = connection.prepareStatement("insert into words values (?, ?)")) {
                for (int id = 1; id < 4; id++) {
                    insert.setInt(1, id);
                    insert.setString(2, "what the programme office wrote");
                    insert.addBatch();
                }
                Throwable failure = catchThrowable(insert::executeBatch);
                assertThat(failure).isInstanceOf(SQLException.class);
                for (Throwable t = failure; t != null; t = t instanceof SQLException sql ? sql.getNextException() : t.getCause()) {
                    assertThat(t.toString()).doesNotContain("wrote");
                }
            }
        }
    }

    @ParameterizedTest @ValueSource(strings = {"jdbc:postgresql://db/hub", "jdbc:postgresql://db/hub?user=a", "jdbc:postgresql://db/hub?options=-c%20x=1"})
    void every_address_asks_for_it(String url) {
        assertThat(Sessions.url(url)).startsWith(url).contains("logServerErrorDetail=false").containsOnlyOnce("?");
        assertThat(Sessions.url(url).split("options=")).hasSize(2);
    }
}
