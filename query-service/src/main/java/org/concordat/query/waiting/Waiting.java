package org.concordat.query.waiting;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.api.Cursor;
import org.concordat.query.moment.Names;
import org.concordat.query.moment.PartnershipView;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a partner, and since which day.
 *
 * @param subject the action, decision, proviso, commitment or document it is about
 * @param part    the part of the lead it is about; null where it is about none
 * @param words   its sentence, put together once somebody reads it: most of what waits is on another page
 * @param place   its place in the list
 * @param partner for whom it waits
 * @param person  the one person it is for; null where anybody who speaks for the partner may do it
 */
public record Waiting(Kind kind, Object subject, @Nullable Integer part, Supplier<String> words, LocalDate since,
                      Place place, PartnerId partner, @Nullable PersonId person) {

    private static final char LIST = 'w';

    /** What the partner is asked to do. */
    public enum Kind { LEAD_TO_ACCEPT, HAND_OVER_TO_ACCEPT, COMPLETION_TO_VERIFY, POSITION_TO_GIVE, POSITION_TO_CONFIRM,
        PROVISO_TO_JUDGE, PARTNERSHIP_LEAD_TO_ACCEPT, VERSION_TO_ACKNOWLEDGE, COMMITMENT_TO_CONFIRM }

    /** All of it, in the order of the list. */
    public static List<Waiting> of(PartnershipView view, PartnerId partner) {
        return first(view, partner, null, Integer.MAX_VALUE, any -> true);
    }

    /** The first so many after a cursor of this list. */
    public static List<Waiting> first(PartnershipView view, PartnerId partner, @Nullable String after, int most,
                                      Predicate<Waiting> also) {
        Foremost foremost = new Foremost(Place.after(LIST, after), most, also);
        Names names = view.names();
        Consumer<Waiting> found = foremost::add;
        new LeadWaiting(names, partner, found).of(view);
        new DecisionWaiting(view, names, partner, found).all();
        new CommitmentWaiting(names, partner, found).of(view);
        return foremost.inOrder();
    }

    public String sentence() {
        return words.get();
    }

    public Cursor cursor() {
        return new Cursor(LIST, place.toString());
    }
}
