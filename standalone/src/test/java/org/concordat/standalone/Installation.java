package org.concordat.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The standalone as a real installation runs: its people sign in at an issuer of their own, its PostgreSQL exists already or is the embedded one. */
final class Installation extends Deployment {

    private final TestIssuer issuer = new TestIssuer();
    private final Node node;

    Installation(TestDatabase database, Path logs) throws Exception {
        this(List.of(), List.of("--concordat.database.url=" + database.url()), List.of(), logs);
    }

    /** With the embedded PostgreSQL in that folder. */
    static Installation embedded(List<String> within, List<String> java, Path data, Path logs) throws Exception {
        return new Installation(within, List.of("--concordat.data=" + data), java, logs);
    }

    private Installation(List<String> within, List<String> where, List<String> java, Path logs) throws Exception {
        List<String> program = new ArrayList<>(java);
        program.addAll(List.of("-cp", System.getProperty("java.class.path"), Concordat.class.getName(),
                "--concordat.issuer=" + issuer.address(), "--concordat.founders=programme",
                // The load of a test is that of many people.
                "--concordat.limits.acting=1000000"));
        program.addAll(where);
        node = new Node("standalone", within, program, Map.of(), logs);
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
