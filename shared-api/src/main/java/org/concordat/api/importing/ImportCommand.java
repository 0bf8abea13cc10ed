package org.concordat.api.importing;

import static org.concordat.api.partnership.AppointmentKind.PROGRAMME_OFFICE;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.concordat.api.By;
import org.concordat.api.partnership.PartnershipId;

/** What the import of a file asks beside the ordinary commands; {@code POST /imports} is its door, not a mutation. */
public sealed interface ImportCommand {

    PartnershipId partnershipId();

    /** @param fileHash SHA-256 of the file's bytes, lower-case hex */
    @By(PROGRAMME_OFFICE)
    record BeginImport(@TargetAggregateIdentifier PartnershipId partnershipId, String fileHash, int commands,
                       boolean effectiveDayAssumed) implements ImportCommand {}

    @By(PROGRAMME_OFFICE)
    record CompleteImport(@TargetAggregateIdentifier PartnershipId partnershipId, String fileHash) implements ImportCommand {}
}
