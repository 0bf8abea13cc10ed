package org.concordat.api.partnership;

/** What a person is appointed to be in one partnership, from one day to another. */
public enum AppointmentKind {
    /** Speaks for one partner. */
    REPRESENTATIVE("representative"),
    /** Chairs the partnership, or one of its boards. */
    CHAIR("chair"),
    /** Keeps the record. */
    SECRETARY("secretary"),
    /** Keeps the plan: partners, appointments, items, actions, leads. */
    PROGRAMME_OFFICE("programme office"),
    /** Reads everything, changes nothing. */
    AUDITOR("auditor");

    private final String words;

    AppointmentKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
