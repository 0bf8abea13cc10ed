package org.concordat.command.document;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.concordat.api.CommonRejection.Malformed;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.Hash;
import org.concordat.api.decision.DueCommand.BringIntoForce;
import org.concordat.api.document.DocumentCommand.AcknowledgeVersion;
import org.concordat.api.document.DocumentCommand.ProposeVersion;
import org.concordat.api.document.DocumentEvent;
import org.concordat.api.document.DocumentEvent.*;
import org.concordat.api.document.DocumentId;
import org.concordat.api.document.DocumentKind;
import org.concordat.api.document.DocumentRejection.*;
import org.concordat.api.partnership.PartnerId;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.jspecify.annotations.Nullable;

/**
 * Every rule of an agreed text. No clock, no Spring, no I/O. One version is in force because there is one place for it,
 * and only what a decision adopted is put there: a change that is rejected leaves the version in force.
 *
 * @param versions     each version's effective day, by the hash of its text
 * @param inForceSince the effective day on which the version in force came into force
 * @param acknowledged the partners that have acknowledged the version in force
 */
record Document(@Nullable DocumentId id, @Nullable DocumentKind kind, Map<Hash, LocalDate> versions, @Nullable Hash inForce,
                LocalDate inForceSince, Set<PartnerId> acknowledged) {

    static final Document NONE = new Document(null, null, Map.of(), null, LocalDate.MIN, Set.of());

    private static final int LONGEST_TERM = 50;

    List<DocumentEvent> propose(ProposeVersion c, Act act) {
        Rejected.when(!c.documentId().partnershipId().equals(c.partnershipId()), new NotFound(c.documentId().value()));
        if (kind != null && kind != c.kind()) throw new Rejected(new KindMismatch(c.documentId(), kind));
        stated(c);
        Hash hash = Hash.of(c.text());
        Rejected.when(versions.containsKey(hash), new SameText(c.documentId()));
        return List.of(new VersionProposed(c.partnershipId(), c.documentId(), c.kind(), versions.size() + 1, c.title(),
                c.text(), hash, c.benefits(), c.termYears(), c.notDoing()));
    }

    /** Plan, Vision and Strategy: a vision without its term and benefits, or a remit without its limits, is not one yet. */
    private static void stated(ProposeVersion c) {
        Integer term = c.termYears();
        Rejected.when(term != null && (term < 1 || term > LONGEST_TERM),
                new Malformed("termYears", "is between 1 and " + LONGEST_TERM + " years"));
        switch (c.kind()) {
            case VISION -> {
                Rejected.when(term == null, new Unstated(c.kind(), "its term in years"));
                Rejected.when(c.benefits().isEmpty(), new Unstated(c.kind(), "at least one benefit"));
            }
            case REMIT_AND_SCOPE ->
                    Rejected.when(c.notDoing().isEmpty(), new Unstated(c.kind(), "at least one thing that falls outside"));
            case STRATEGY, VALUES_AND_BEHAVIOURS, OPERATING_PRINCIPLES, PROTOCOL, TERMS_OF_REFERENCE -> {}
        }
    }

    List<DocumentEvent> bringIntoForce(BringIntoForce c, Act act) {
        act.notBefore(version(c.documentId(), c.hash()));
        Rejected.when(c.hash().equals(inForce), new AlreadyInForce(c.documentId(), c.hash()));
        return List.of(new VersionCameIntoForce(c.documentId(), c.hash(), c.decision()));
    }

    List<DocumentEvent> acknowledge(AcknowledgeVersion c, Act act) {
        version(c.documentId(), c.version());
        PartnerId partner = Objects.requireNonNull(act.partner());
        Rejected.when(!c.version().equals(inForce), new NotInForce(c.documentId(), c.version()));
        act.notBefore(inForceSince);
        Rejected.when(acknowledged.contains(partner), new AlreadyAcknowledged(c.documentId()));
        return List.of(new VersionAcknowledged(c.documentId(), c.version(), partner));
    }

    private LocalDate version(DocumentId meant, Hash hash) {
        LocalDate proposed = versions.get(hash);
        if (id == null) throw new Rejected(new NotFound(meant.value()));
        if (proposed == null) throw new Rejected(new NoSuchVersion(id, hash));
        return proposed;
    }

    Document after(DocumentEvent event, LocalDate on) {
        return switch (event) {
            case VersionProposed e -> {
                Map<Hash, LocalDate> next = new LinkedHashMap<>(versions);
                next.put(e.hash(), on);
                yield new Document(e.documentId(), e.kind(), next, inForce, inForceSince, acknowledged);
            }
            case VersionCameIntoForce e -> new Document(id, kind, versions, e.hash(), on, Set.of());
            case VersionAcknowledged e -> {
                Set<PartnerId> next = new HashSet<>(acknowledged);
                next.add(e.partner());
                yield new Document(id, kind, versions, inForce, inForceSince, next);
            }
        };
    }
}
