package org.concordat.api.proviso;

import java.time.LocalDate;
import org.concordat.api.partnership.PartnerId;

/** "Yes, provided that …": attached by a partner to its agreement or its money, and alive until it is settled. */
public record Proviso(ProvisoId id, PartnerId holder, ProvisoTerms terms, ProvisoStanding standing, LocalDate since) {

    public Proviso standing(ProvisoStanding next, LocalDate on) {
        return new Proviso(id, holder, terms, next, on);
    }
}
