package org.concordat.query.directory;

import java.util.Optional;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnershipId;

/** Whose a person id is. Names stand here and nowhere else: in no event, ledger, export or log. */
public interface Directory {

    /** The name of somebody who was ever appointed in that partnership; nobody learns a name through another one. */
    Optional<String> nameIn(PartnershipId partnership, String person);

    Optional<String> nameOf(PersonId person);

    void enter(PersonId person, String name);

    /** Whoever forgets somebody who is not there has nothing to forget. */
    void forget(PersonId person);
}
