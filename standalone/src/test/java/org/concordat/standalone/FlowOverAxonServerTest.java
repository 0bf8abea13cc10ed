package org.concordat.standalone;

/** A command service and two query services. */
@OverAxonServer
class FlowOverAxonServerTest extends FlowContract {

    FlowOverAxonServerTest() {
        super(Processes.shared());
    }
}
