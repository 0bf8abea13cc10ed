package org.concordat.api.proviso;

import java.time.LocalDate;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.Rejection;

/** Why a proviso was not settled. */
public sealed interface ProvisoRejection extends Rejection {

    /** There is no such proviso here. */
    record NoSuchProviso(ProvisoId proviso) implements ProvisoRejection {
        @Override public Kind kind() { return Kind.NOT_FOUND; }
        @Override public String sentence() { return "There is no " + proviso + " here, or you may not see it."; }
    }

    /** It is settled already. */
    record ProvisoSettled(ProvisoId proviso, ProvisoStanding standing) implements ProvisoRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return proviso + " is " + standing.name().toLowerCase(java.util.Locale.ROOT) + " already."; }
    }

    /** Another partner judges it. */
    record NotTheJudge(ProvisoId proviso, PartnerId judge) implements ProvisoRejection {
        @Override public Kind kind() { return Kind.NOT_AUTHORISED; }
        @Override public String sentence() { return proviso + " is for " + judge + " to judge."; }
    }

    /** Only the partner that attached it waives it. */
    record NotTheHolder(ProvisoId proviso, PartnerId holder) implements ProvisoRejection {
        @Override public Kind kind() { return Kind.NOT_AUTHORISED; }
        @Override public String sentence() { return "Only " + holder + ", which attached " + proviso + ", can waive it."; }
    }

    /** A proviso on an agreed text is met only while a version of it is in force. */
    record TextNotInForce(ProvisoId proviso, DocumentId document) implements ProvisoRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return proviso + " waits for " + document + ", of which no version is in force."; }
    }

    /** Its last day has not passed. */
    record NotLapsed(ProvisoId proviso, LocalDate lastDay) implements ProvisoRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return proviso + " can be judged until " + lastDay + "."; }
    }

    /** It would begin after its last day. */
    record ProvisoEndsTooSoon(LocalDate by, LocalDate effectiveOn) implements ProvisoRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "The proviso's last day " + by + " is before the effective day " + effectiveOn + "."; }
    }

    /** Only provisos that wait for each other in a cycle are met together. */
    record NoCycle() implements ProvisoRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "These provisos do not wait for each other in a cycle; each is judged by its own partner."; }
    }
}
