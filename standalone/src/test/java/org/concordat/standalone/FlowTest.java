package org.concordat.standalone;

/** In one JVM. */
class FlowTest extends FlowContract {

    FlowTest() {
        super(DemoServer.shared());
    }
}
