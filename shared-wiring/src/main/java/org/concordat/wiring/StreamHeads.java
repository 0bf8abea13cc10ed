package org.concordat.wiring;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How many events each stream has, known without a question to the store. Only where one process writes them all: its
 * writer says what it recorded before anybody hears of it, and forgets everything when it may not have been the only one.
 */
public final class StreamHeads {

    private static final int MOST = 100_000;
    private static final Long UNKNOWN = -1L;

    private final String kind;
    private volatile ConcurrentMap<String, Long> known = new ConcurrentHashMap<>();

    /** What is known since the writer last forgot. Taken before a stream is read, it takes nothing older into what comes later. */
    public static final class Since {

        private final ConcurrentMap<String, Long> known;

        private Since(ConcurrentMap<String, Long> known) {
            this.known = known;
        }

        /** Whether the stream is known to have so many events and no more. */
        public boolean isAt(String stream, long events) {
            Long newest = known.get(stream);
            return newest != null && newest == events;
        }

        /** The stream was read to its end and had so many; what the writer said meanwhile is newer and stays. */
        public void read(String stream, long events) {
            if (events > 0) known.putIfAbsent(stream, events);
        }
    }

    /** @param kind how the ids of those streams begin that anybody asks for */
    public StreamHeads(String kind) {
        this.kind = kind;
    }

    public Since since() {
        return new Since(known);
    }

    /** From now until it is recorded or not, nobody knows: between the commit and the writer's word the store says more. */
    public void writing(String stream) {
        if (stream.startsWith(kind)) known.put(stream, UNKNOWN);
    }

    /** It was not recorded: what is read next is known again. */
    public void notWritten(String stream) {
        known.remove(stream, UNKNOWN);
    }

    /** The writer's word: recorded, and nobody has heard of it yet. */
    public void recorded(String stream, long events) {
        if (!stream.startsWith(kind)) return;
        known.put(stream, events);
        if (known.size() > MOST) forget();
    }

    public void forget() {
        known = new ConcurrentHashMap<>();
    }
}
