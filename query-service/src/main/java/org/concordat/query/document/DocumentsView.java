package org.concordat.query.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.concordat.api.Hash;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.document.DocumentEvent;
import org.concordat.api.document.DocumentEvent.VersionAcknowledged;
import org.concordat.api.document.DocumentEvent.VersionCameIntoForce;
import org.concordat.api.document.DocumentEvent.VersionProposed;
import org.concordat.api.document.DocumentId;
import org.concordat.query.document.Document.Acknowledgement;
import org.concordat.query.document.Document.Version;
import org.concordat.query.ledger.Entry;
import org.concordat.query.partnership.Act;
import org.jspecify.annotations.Nullable;

/** The agreed texts: a pure fold of their events. What answers to nothing it has met is left out, never guessed. */
public record DocumentsView(Map<String, Document> byId) {

    public static final DocumentsView NONE = new DocumentsView(Map.of());

    public DocumentsView after(List<Entry> entries) {
        if (entries.stream().noneMatch(e -> e.subject().startsWith("document-"))) return this;
        Map<String, Document> documents = new LinkedHashMap<>(byId);
        entries.forEach(entry -> {
            if (entry.event() instanceof DocumentEvent event) fold(documents, event, Act.of(entry));
            documents.computeIfPresent(entry.subject(), (id, document) -> document.at(entry.version()));
        });
        return new DocumentsView(Collections.unmodifiableMap(documents));
    }

    private static void fold(Map<String, Document> documents, DocumentEvent event, Act act) {
        String id = event.documentId().value();
        switch (event) {
            case VersionProposed e -> {
                Document known = documents.getOrDefault(id, new Document(e.documentId(), e.kind(), 0, List.of()));
                documents.put(id, known.with(Stream.concat(known.versions().stream(), Stream.of(new Version(
                        e.documentId(), e.number(), e.title(), e.text(), e.hash(), e.benefits(), e.termYears(),
                        e.notDoing(), act, null, null, null, List.of()))).toList()));
            }
            case VersionCameIntoForce e -> documents.computeIfPresent(id, (key, d) -> cameIntoForce(d, e, act));
            case VersionAcknowledged e -> documents.computeIfPresent(id, (key, d) ->
                    each(d, e.hash(), v -> acknowledged(v, new Acknowledgement(e.partner(), act))));
        }
    }

    private static Document cameIntoForce(Document document, VersionCameIntoForce e, Act act) {
        if (document.versions().stream().noneMatch(v -> v.hash().equals(e.hash()))) return document;
        return document.with(document.versions().stream().map(v -> {
            if (v.hash().equals(e.hash())) return inForce(v, e.decision(), act, null);
            return v.inForce() ? inForce(v, v.decisionId(), v.cameIntoForce(), act) : v;
        }).toList());
    }

    private static Document each(Document document, Hash hash, UnaryOperator<Version> change) {
        return document.with(document.versions().stream().map(v -> v.hash().equals(hash) ? change.apply(v) : v)
                .toList());
    }

    private static Version inForce(Version v, @Nullable DecisionId decision, @Nullable Act from,
                                   @Nullable Act replaced) {
        return new Version(v.documentId(), v.number(), v.title(), v.text(), v.hash(), v.benefits(), v.termYears(),
                v.notDoing(), v.proposed(), decision, from, replaced, v.acknowledgements());
    }

    private static Version acknowledged(Version v, Acknowledgement by) {
        return new Version(v.documentId(), v.number(), v.title(), v.text(), v.hash(), v.benefits(), v.termYears(),
                v.notDoing(), v.proposed(), v.decisionId(), v.cameIntoForce(), v.replaced(),
                Stream.concat(v.acknowledgements().stream(), Stream.of(by)).toList());
    }

    public @Nullable Document document(DocumentId id) {
        return byId.get(id.value());
    }

    public Stream<Document> all() {
        return byId.values().stream();
    }
}
