package org.concordat.query.trail;

import java.util.List;
import java.util.SortedSet;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.api.Attempts;
import org.jspecify.annotations.Nullable;

/**
 * The hash-chained log of attempts and reads. What must be recorded is recorded before the answer: where it cannot be, it is
 * refused with {@code NOT_RECORDED} (an {@code ApiRefusal}; a controller answers it as 503) and must not be done.
 */
public interface Trail extends Attempts {

    /**
     * Restricted content that this person is about to be shown.
     *
     * @param subject the restricted thing's id
     */
    void read(PersonId person, String subject);

    /**
     * Something is about to be taken out as a file.
     *
     * @param what   a word for it, such as {@code pack}: lower-case letters and hyphens, at most 40
     * @param target the id of what it is about, such as a decision's, a partnership's or an entry's; null: of no one thing
     */
    void export(PersonId person, @Nullable PartnershipId partnership, String what, @Nullable String target);

    /**
     * A person's entry in the directory is about to be emptied.
     *
     * @param partnership whose programme office does it
     */
    void forgetting(PersonId person, PartnershipId partnership, PersonId forgotten);

    /** What an auditor of the partnership asks. It never fails the answer. */
    void question(PersonId person, PartnershipId partnership, @Nullable String operation, SortedSet<String> fields, Hash text);

    /** Refused commands, oldest first, after the number. */
    List<Recorded> attempts(PartnershipId partnership, TrailFilter filter, long after, int limit);

    /** Everything else, oldest first, after the number. */
    List<Recorded> reads(PartnershipId partnership, TrailFilter filter, long after, int limit);

    Head head();

    /**
     * From the first record to the last; and that the trail goes through the head held, and through the newest this process saw.
     *
     * @param held what somebody wrote down earlier; null: nothing
     */
    Check check(@Nullable Head held);
}
