package org.concordat.wiring.memory;

/** What is refused while memory is short, so that the rest goes on; commands last. */
public enum Shed {
    NOTHING("nothing"), READS("new reads"), ALL("new reads and commands");

    private final String words;

    Shed(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    public boolean reads() {
        return this != NOTHING;
    }

    public boolean commands() {
        return this == ALL;
    }
}
