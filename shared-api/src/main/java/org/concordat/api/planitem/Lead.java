package org.concordat.api.planitem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * Who is to answer for an action. Assigned is not accepted. The same shape in the store, on the wire and as input:
 * {@code {"post":{"title":"OD"}}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public sealed interface Lead {

    /** The partner that answers, where one does; null is a gap (or a board or person that answers itself). */
    @JsonIgnore default @Nullable PartnerId answering() { return null; }

    /** One party, which accepts or declines as one. */
    sealed interface Party extends Lead {}

    @JsonTypeName("partner")
    record Partner(PartnerId partner) implements Party {
        @Override public PartnerId answering() { return partner; }
    }

    /** A post, e.g. "OD"; without {@code partner} nobody can accept for it yet. */
    @JsonTypeName("post")
    record Post(Text title, @Nullable PartnerId partner) implements Party {
        @Override public @Nullable PartnerId answering() { return partner; }
    }

    /** A board; its chair accepts for it. */
    @JsonTypeName("board")
    record Board(BoardId board) implements Party {}

    /** A group, e.g. "Team Leaders"; without {@code partner} nobody can accept for it yet. */
    @JsonTypeName("group")
    record Group(Text name, @Nullable PartnerId partner) implements Party {
        @Override public @Nullable PartnerId answering() { return partner; }
    }

    @JsonTypeName("person")
    record Person(PersonId person) implements Party {}

    /** Words the paper prints and does not explain, e.g. initials: a gap until somebody says who it is. */
    @JsonTypeName("asPrinted")
    record AsPrinted(Text words) implements Party {}

    /** Every partner of the day it is assigned: one acceptance and one completion each. */
    @JsonTypeName("everyPartner")
    record EveryPartner(Text words) implements Lead {}

    /** Several parties; {@code answers} names the partner among them that is accountable, and without it nothing starts. */
    @JsonTypeName("jointly")
    record Jointly(List<Lead> parties, @Nullable PartnerId answers) implements Lead {
        public Jointly {
            parties = List.copyOf(parties);
            if (parties.size() < 2 || parties.size() > 50) throw new IllegalArgumentException("a joint lead has 2 to 50 parties");
            if (parties.stream().anyMatch(Jointly.class::isInstance)) {
                throw new IllegalArgumentException("a joint lead has no joint lead inside");
            }
        }
        @Override public @Nullable PartnerId answering() { return answers; }
    }

    /** The parties that accept one by one, given the partners of the day. */
    default List<Party> parties(List<PartnerId> partners) {
        return switch (this) {
            case Party one -> List.of(one);
            case EveryPartner each -> partners.stream().<Party>map(Partner::new).toList();
            case Jointly joint -> joint.parties().stream().flatMap(l -> l.parties(partners).stream()).distinct().toList();
        };
    }
}
