package org.concordat.standalone;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;

/** The pages against processes; the clock of a process is nobody's to set, so a page that waits for tomorrow is left out. */
@OverAxonServer
class DocsOverAxonServerTest extends DocsContract {

    DocsOverAxonServerTest() {
        super(Processes.shared());
    }

    @Override void mayRun(Path page, boolean waitsForTomorrow) {
        if (waitsForTomorrow) abort("NOT RUN over Axon Server: " + page.getFileName() + " needs the store's clock set to tomorrow");
    }

    @Override void tomorrow() {
        throw new IllegalStateException("the clock of another process cannot be set");
    }
}
