package org.concordat.standalone;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each mutation was accepted so far, whoever sent it. */
final class FuzzRates {

    private record Rate(int tried, int accepted) {
        double share() {
            return (accepted + 1.0) / (tried + 2.0);
        }
    }

    private final Map<String, Rate> rates = new ConcurrentHashMap<>();

    double of(String mutation) {
        return rates.getOrDefault(mutation, new Rate(0, 0)).share();
    }

    void answered(String mutation, boolean accepted) {
        rates.merge(mutation, new Rate(1, accepted ? 1 : 0), (a, b) -> new Rate(a.tried() + b.tried(), a.accepted() + b.accepted()));
    }
}
