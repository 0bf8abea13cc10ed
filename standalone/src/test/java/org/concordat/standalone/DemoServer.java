package org.concordat.standalone;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** One demo, served over HTTP on a free port, for all tests that talk to it as a client would. */
final class DemoServer extends Deployment {

    private static final class Shared {
        static final DemoServer SERVER = start(TestDatabase.empty());
    }

    private final ConfigurableApplicationContext context;

    private DemoServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static DemoServer shared() {
        return Shared.SERVER;
    }

    static DemoServer start(TestDatabase database) {
        return new DemoServer(SpringApplication.run(Concordat.class, "--server.port=0", "--concordat.demo=true",
                "--concordat.database.url=" + database.url()));
    }

    void stop() {
        context.close();
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    @Override String signIn() {
        return address() + "/oauth2/token";
    }
}
