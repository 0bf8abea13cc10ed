package org.concordat.standalone;

import java.time.Clock;
import java.time.Duration;
import org.concordat.command.automation.Due;
import org.concordat.wiring.WiringModule;
import org.junit.jupiter.api.AfterEach;

/** In one JVM, whose clock can be set. */
class DocsTest extends DocsContract {

    DocsTest() {
        super(DemoServer.shared());
    }

    @Override void tomorrow() {
        WiringModule.tell(Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
        DemoServer.shared().bean(Due.class).runNow();
    }

    @AfterEach void today() {
        WiringModule.tell(Clock.systemUTC());
    }
}
