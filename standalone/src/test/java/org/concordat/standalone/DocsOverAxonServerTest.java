package org.concordat.standalone;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** The pages against processes; tomorrow comes to those who record. */
@OverAxonServer
class DocsOverAxonServerTest extends DocsContract {

    DocsOverAxonServerTest() {
        super(Processes.shared());
    }

    @Override void mayRun(Path page, boolean waitsForTomorrow) {
        if (waitsForTomorrow && !OtherClock.canBeSet()) {
            abort("NOT RUN over Axon Server: " + page.getFileName() + " waits for the next day, which needs Linux and a C compiler, cc");
        }
    }

    @Override void tomorrow() throws IOException {
        Processes.recordersClock().set(Duration.ofDays(1));
    }

    @AfterEach void today() throws IOException {
        Processes.recordersClock().set(Duration.ZERO);
    }
}
