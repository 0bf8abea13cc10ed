package org.concordat.wiring.start;

import java.util.ArrayList;
import java.util.List;

/** A server as it must not be: a thread of it runs out of memory and swallows that, and the rest goes on for ever. */
final class HalfAlive {

    private HalfAlive() {}

    public static void main(String[] arguments) throws InterruptedException {
        ExitOnOutOfMemory.orStartAgain();
        System.out.println("started " + ProcessHandle.current().pid() + " " + List.of(arguments));
        Thread.ofPlatform().start(HalfAlive::fill);
        Thread.currentThread().join();
    }

    private static void fill() {
        List<byte[]> held = new ArrayList<>();
        try {
            while (true) held.add(new byte[1 << 20]);
        } catch (Throwable swallowed) {
            held.clear();
        }
    }
}
