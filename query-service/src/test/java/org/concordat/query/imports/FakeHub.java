package org.concordat.query.imports;

import org.concordat.query.api.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.api.CommonRejection;
import org.concordat.api.Receipt;
import org.concordat.api.Rejection;
import org.concordat.api.importing.ImportCommand.BeginImport;
import org.concordat.api.importing.ImportCommand.CompleteImport;
import org.concordat.api.partnership.PartnershipCommand.*;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.PartnershipRejection;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemCommand.*;
import org.jspecify.annotations.Nullable;

/** A write side and its view in a few lines: command ids answered once, by person; one import a partnership. */
final class FakeHub implements CommandDoor, PlanAsImported {

    private record Sent(String person, Object command) {}

    private final Map<String, Sent> recorded = new LinkedHashMap<>();
    private String caller = "programme";
    private int left = Integer.MAX_VALUE;
    private boolean blind;
    private @Nullable Rejection refusal;
    private @Nullable State given;

    void failAfter(int commands) { left = commands; }
    void callerIs(String person) { caller = person; }
    void blind(boolean lagging) { blind = lagging; }
    void refuseWith(Rejection rejection) { refusal = rejection; }
    int recorded() { return recorded.size(); }

    void establish(PlanFile plan) {
        given = new State(plan.name(), plan.timeZone(), plan.planEnd(), Optional.empty(), false, 0, plan.things(),
            Set.of());
    }

    @Override public Receipt send(Object command, String commandId, LocalDate effectiveOn) {
        if (refusal != null) throw new Refused(refusal);
        if (left-- <= 0) throw new Refused(new CommonRejection.StoreUnavailable());
        Sent sent = new Sent(caller, command);
        Sent before = recorded.get(commandId);
        if (before != null && !before.equals(sent)) throw new Refused(new CommonRejection.CommandIdReused(commandId));
        begun().filter(b -> command instanceof BeginImport c && !b.fileHash().equals(c.fileHash())).ifPresent(b -> {
            throw new Refused(new PartnershipRejection.PlanAlreadyImported(b.fileHash()));
        });
        recorded.putIfAbsent(commandId, sent);
        return new Receipt("thing", 1, commandId);
    }

    @Override public Optional<State> of(PartnershipId id) {
        return blind ? Optional.empty() : state();
    }

    Optional<State> state() {
        if (given != null) return Optional.of(given);
        return all(EstablishPartnership.class).stream().findFirst().map(e -> new State(e.name(), e.timeZone(),
            e.planEnd(),
            begun().map(BeginImport::fileHash), !all(CompleteImport.class).isEmpty(),
            begun().map(BeginImport::commands).orElse(0), things(), Set.of()));
    }

    private PlanThings things() {
        Map<ActionId, Lead> leads = new HashMap<>();
        all(AssignLead.class).forEach(c -> leads.put(c.action(), c.lead()));
        return new PlanThings(all(AdmitPartner.class), all(RegisterBoard.class), all(RegisterFinding.class),
            all(Appoint.class),
            all(DrawUpItem.class), all(AgreeAction.class), leads);
    }

    private Optional<BeginImport> begun() {
        return all(BeginImport.class).stream().findFirst();
    }

    private <C> List<C> all(Class<C> type) {
        return new ArrayList<>(recorded.values()).stream().map(Sent::command).filter(type::isInstance)
            .map(type::cast).toList();
    }
}
