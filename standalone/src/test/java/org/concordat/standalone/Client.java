package org.concordat.standalone;

/** The demo people's client: it talks to a running demo over HTTP, in whichever process that is. */
final class Client extends Deployment {

    private final String address;

    Client(String address) {
        this.address = address;
    }

    @Override String address() {
        return address;
    }

    @Override String signIn() {
        return address + "/oauth2/token";
    }
}
