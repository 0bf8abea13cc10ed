package org.concordat.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The standalone as a real installation runs: its people sign in at an issuer of their own, its PostgreSQL exists already. */
final class Installation extends Deployment {

    private final TestIssuer issuer = new TestIssuer();
    private final Node node;

    Installation(TestDatabase database, Path logs) throws Exception {
        node = new Node("standalone", List.of("-cp", System.getProperty("java.class.path"), Concordat.class.getName(),
                "--concordat.issuer=" + issuer.address(), "--concordat.founders=programme",
                "--concordat.database.url=" + database.url()), Map.of(), logs);
    }

    Node node() {
        return node;
    }

    @Override String address() {
        return node.address();
    }

    @Override String signIn() {
        return issuer.address() + "/oauth2/token";
    }
}
