package org.concordat.command.act;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.api.CommonRejection.Malformed;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.Ids;
import org.concordat.api.partnership.MarkedAs;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.command.Rejected;

/** A thing is marked by the command that makes it, also by the partner whose thing it is: nobody outside ever reads it. */
record MarkedAtOnce(MarkedAs marking, Act act) {

    /**
     * Nothing where it is marked for the partners, as what nobody marked is.
     *
     * @param version of the thing, before this command
     * @param events  what the command is about to record of it
     */
    Optional<ContentMarked> judged(String thing, long version, List<?> events) {
        Rejected.when(version > 0, new Malformed("marking", "is given by the command that makes the thing;"
                + " what is there already is marked by markContent"));
        if (marking.as() == Marking.PARTNERS) return Optional.empty();
        marking.named().stream().filter(partner -> !act.roll().partners().containsKey(partner)).findFirst()
                .ifPresent(unknown -> { throw new Rejected(new NotFound(unknown.value())); });
        if (marking.as() == Marking.RESTRICTED) {
            Concerned.mustBeNamed(thing, Stream.concat(Concerned.by(events), Stream.ofNullable(act.partner())), marking.named());
        }
        return Optional.of(new ContentMarked(Ids.partnershipOf(thing), thing, marking.as(), marking.named()));
    }
}
