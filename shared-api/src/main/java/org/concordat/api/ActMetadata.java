package org.concordat.api;

/** Names of what travels beside a command or an event: who, for whom, by what authority, on which day. */
public final class ActMetadata {

    /** Opaque id of the person who acted (the token's subject). */
    public static final String PERSON = "person";
    /** The partner the person spoke for; absent where the appointment speaks for none. */
    public static final String PARTNER = "partner";
    /** The appointment the act was done in, e.g. {@code REPRESENTATIVE}; absent for a founder. */
    public static final String APPOINTMENT = "appointment";
    /** The partner an act was recorded for by somebody else; absent otherwise. */
    public static final String RECORDED_FOR = "recordedFor";
    /** The claimed day, ISO 8601 (on a command: absent means today). */
    public static final String EFFECTIVE_ON = "effectiveOn";
    /** The client's id for the command: the same id is carried out once. */
    public static final String COMMAND_ID = "commandId";
    /** SHA-256 (lower-case hex) over person, day and content of the command, by which a repeated id is told from a reused one. */
    public static final String COMMAND_CONTENT = "commandContent";
    /** Commands only: the version the client believes the thing to have. */
    public static final String EXPECTED_VERSION = "expectedVersion";
    /** Events only: the version of the partnership the authority was read from, {@code partnership-x@7}. */
    public static final String AUTHORITY = "authority";
    /** Events only: 32 random bytes in lower-case hex, with which the payload's commitment is salted. */
    public static final String SALT = "salt";
    /**
     * Events only: the hash by which the envelope commits to the payload as it was recorded, once its words are disposed of.
     * The salt goes with the words: with it they could be guessed.
     */
    public static final String DISPOSED = "disposed";

    private ActMetadata() {}
}
