package org.concordat.command.act;

import java.util.Optional;
import org.concordat.api.partnership.PartnershipId;

/** Every command id ever recorded, where the store keeps them with its events: each is used once in its partnership. */
@FunctionalInterface
public interface CommandIds {

    /** Of a store that is not ours: only what a stream remembers of its own commands is known. */
    CommandIds NONE = (_, _) -> Optional.empty();

    /**
     * @param thing   the thing that the command was carried out on
     * @param version the version it had then
     * @param content the hash of what the command said; of one whose words are disposed of, a word that is no hash
     */
    record Carried(String thing, long version, String content) {}

    Optional<Carried> of(PartnershipId partnership, String commandId);
}
