package org.concordat.query.history;

import java.util.List;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipEvent.ActsRatified;
import org.concordat.api.partnership.PartnershipEvent.Appointed;
import org.concordat.api.partnership.PartnershipEvent.AppointmentEnded;
import org.concordat.api.partnership.PartnershipEvent.BoardRegistered;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.api.partnership.PartnershipEvent.FinanceYearsAgreed;
import org.concordat.api.partnership.PartnershipEvent.FindingRegistered;
import org.concordat.api.partnership.PartnershipEvent.ImportBegun;
import org.concordat.api.partnership.PartnershipEvent.MandateFoundVoid;
import org.concordat.api.partnership.PartnershipEvent.MandateGiven;
import org.concordat.api.partnership.PartnershipEvent.MandateRevoked;
import org.concordat.api.partnership.PartnershipEvent.MandateVaried;
import org.concordat.api.partnership.PartnershipEvent.PartnerAdmitted;
import org.concordat.api.partnership.PartnershipEvent.PartnershipEstablished;
import org.concordat.api.partnership.PartnershipEvent.PartnershipLeadAccepted;
import org.concordat.api.partnership.PartnershipEvent.PartnershipLeadProposed;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.api.partnership.PartnershipEvent.PlanImported;
import org.concordat.api.partnership.PartnershipEvent.RecordCorrected;
import org.concordat.api.partnership.PartnershipEvent.WitnessKeyRegistered;
import org.concordat.api.partnership.PartnershipEvent.WitnessKeyWithdrawn;
import org.concordat.query.ledger.Entry;

/** What an entry is about: what it changes is said of that and of nothing else, so a replay folds no more than that. */
final class Things {

    private Things() {}

    /** The first is what it changes; another is begun by it and goes its own way from there. */
    static List<String> of(Entry entry) {
        return entry.event() instanceof PartnershipEvent event ? of(event) : List.of(entry.subject());
    }

    private static List<String> of(PartnershipEvent event) {
        return switch (event) {
            case PartnershipEstablished e -> List.of(e.partnershipId().value(), e.appointment().value());
            case FinanceYearsAgreed e -> List.of(e.partnershipId().value());
            case WitnessKeyRegistered e -> List.of(e.partner().value());
            case WitnessKeyWithdrawn e -> List.of(e.partner().value());
            case PartnerAdmitted e -> List.of(e.partner().value());
            case Appointed e -> List.of(e.appointment().value());
            case AppointmentEnded e -> List.of(e.appointment().value());
            case BoardRegistered e -> List.of(e.board().value());
            case FindingRegistered e -> List.of(e.finding().value());
            case RecordCorrected e -> List.of(e.entry().value());
            case PayloadDisposedOf e -> List.of(e.entry().value());
            case ImportBegun e -> List.of("import " + e.fileHash());
            case PlanImported e -> List.of("import " + e.fileHash());
            case MandateGiven e -> List.of(e.mandate().value());
            case MandateVaried e -> List.of(e.mandate().value());
            case MandateRevoked e -> List.of(e.mandate().value());
            case MandateFoundVoid e -> List.of(e.mandate().value());
            case ContentMarked e -> List.of("marking " + e.subject());
            case ActsRatified e -> List.of(e.mandate().value());
            case PartnershipLeadProposed e -> List.of(e.level() + " lead " + e.person());
            case PartnershipLeadAccepted e -> List.of(e.level() + " lead " + e.person());
        };
    }
}
