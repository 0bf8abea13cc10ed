package org.concordat.command.act;

import java.util.Optional;
import org.concordat.api.CommonRejection.CommandIdReused;
import org.concordat.api.Ids;
import org.concordat.api.Receipt;
import org.concordat.command.Rejected;

/**
 * A command is carried out once: its id is used up in its partnership by the first command recorded under it. The stream's own
 * memory is asked first, and the store only where rules refuse; what rules would accept again, the store refuses at commit.
 */
record Once(CommandIds ids) {

    /** The receipt given before for the same command. */
    Optional<Receipt> repeated(String thing, Claim claim) {
        return ids.of(Ids.partnershipOf(thing), claim.commandId())
                .filter(carried -> carried.thing().equals(thing) && carried.content().equals(claim.content()))
                .map(carried -> new Receipt(thing, carried.version(), claim.commandId()));
    }

    /** The answer to a command that rules refuse: they may do so only because it was carried out before. */
    Receipt insteadOf(Rejected refused, String thing, Claim claim) {
        CommandIds.Carried carried = ids.of(Ids.partnershipOf(thing), claim.commandId()).orElseThrow(() -> refused);
        Rejected.when(!carried.thing().equals(thing) || !carried.content().equals(claim.content()),
                new CommandIdReused(claim.commandId()));
        return new Receipt(thing, carried.version(), claim.commandId());
    }
}
