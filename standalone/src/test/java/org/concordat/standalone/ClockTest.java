package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.concordat.wiring.WiringModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody sets the machine's clock back: acts are accepted, and the record does not go back with it. */
class ClockTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @AfterEach void clock_as_it_was() {
        WiringModule.tell(Clock.systemUTC());
    }

    @Test void an_hour_back_between_two_commands_and_across_midnight() {
        TestDatabase database = TestDatabase.empty();
        DemoServer demo = DemoServer.start(database);
        try {
            int first = register(demo, "Before");
            WiringModule.tell(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
            int second = register(demo, "An hour back");
            assertThat(second).isEqualTo(first + 1);
            Instant midnight = ZonedDateTime.now(LONDON).toLocalDate().plusDays(1).atStartOfDay(LONDON).toInstant();
            WiringModule.tell(Clock.fixed(midnight.plusSeconds(600), LONDON));
            int third = register(demo, "Ten past midnight");
            WiringModule.tell(Clock.fixed(midnight.minusSeconds(3000), LONDON));
            int fourth = register(demo, "Ten past eleven again");
            assertThat(fourth).isEqualTo(third + 1);
            assertThat(demo.code("auditor", "{ partnership(id: \"partnership-mash\", atLeast: {id: \"partnership-mash\", version: "
                    + fourth + "}) { id } }")).contains("partnership-mash");
            assertThat(database.one("select count(*) from (select recorded_at < lag(recorded_at) over (order by index) as back"
                    + " from ledger) entries where back")).isEqualTo("0");
            assertThat(database.one("select count(*) from (select effective_on < lag(effective_on) over (order by index) as back"
                    + " from ledger where subject = 'partnership-mash' and version >= " + first + ") days where back")).isEqualTo("0");
            assertThat(database.one("select count(*) from ledger where effective_on > (recorded_at at time zone 'Europe/London')::date"))
                    .isEqualTo("0");
        } finally {
            demo.stop();
        }
    }

    private static int register(DemoServer demo, String name) {
        return demo.ask("programme", "mutation { registerBoard(input: {partnershipId: \"partnership-mash\", name: \"" + name
                + "\"}) { version } }").at("/data/registerBoard/version").asInt();
    }
}
