package org.concordat.query.reading;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.directory.Directory;

/** Names of people in one partnership, for what is read beside them alone: the table is tested on a database. */
final class ListDirectory implements Directory {

    private final Map<String, String> names = new ConcurrentHashMap<>(Map.of("police", "Post one", "founder", "Post two"));

    @Override public Optional<String> nameIn(PartnershipId partnership, String person) {
        return partnership.value().equals("partnership-mash") ? Optional.ofNullable(names.get(person)) : Optional.empty();
    }

    @Override public Optional<String> nameOf(PersonId person) {
        return Optional.ofNullable(names.get(person.value()));
    }

    @Override public void enter(PersonId person, String name) {
        names.put(person.value(), name);
    }

    @Override public void forget(PersonId person) {
        names.remove(person.value());
    }
}
