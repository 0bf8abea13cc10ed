package org.concordat.standalone;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** The one line a person waits for. */
record ReadyLine(Environment environment) implements ApplicationListener<ApplicationReadyEvent> {

    @Override public void onApplicationEvent(ApplicationReadyEvent ready) {
        String port = environment.getProperty("local.server.port");
        if (port == null) return;
        System.out.println("Concordat is ready at http://"
                + environment.getProperty("server.address", "127.0.0.1") + ":" + port);
    }
}
