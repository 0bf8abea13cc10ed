package org.concordat.standalone;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.concordat.query.identity.IssuerHealth;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** What a person waits for: where to go and, in a demo, what to try. It is not ready while nobody can sign in. */
record ReadyLine(Environment environment, IssuerHealth issuer) implements ApplicationListener<ApplicationReadyEvent> {

    private static final String DEMO = """
            This is a demo, and stays one. The history is illustrative: nothing in the source says that it happened.
              ask in a browser   %1$s/graphiql
              demo people        police scc ssotp social-care programme chair auditor outsider (secret: demo)
              or in a shell
            TOKEN=$(curl -s -u police:demo -d grant_type=client_credentials %1$s/oauth2/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
            curl -s %1$s/graphql -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
              -d '{"query": "{ node(id: \\"action-mash.leadership.A06\\") { ... on Action { leadAsPrinted acceptances { partyName standing since } } } }"}'
            """;

    private static final Duration LOOK = Duration.ofMillis(500);

    @Override public void onApplicationEvent(ApplicationReadyEvent ready) {
        String port = environment.getProperty("local.server.port");
        if (port == null) return;
        String address = "http://" + environment.getProperty("server.address", "127.0.0.1") + ":" + port;
        String awaited = issuer.awaited();
        if (awaited == null) {
            say(address);
            return;
        }
        System.out.println("Concordat has started and waits for the issuer " + awaited + ": nobody can sign in before it answers.");
        Thread.ofVirtual().name("ready").start(() -> {
            while (ready.getApplicationContext().isActive() && issuer.awaited() != null) LockSupport.parkNanos(LOOK.toNanos());
            if (ready.getApplicationContext().isActive()) say(address);
        });
    }

    private void say(String address) {
        System.out.println("Concordat is ready at " + address);
        if (environment.getProperty("concordat.demo", Boolean.class, false)) System.out.printf(DEMO, address);
    }
}
