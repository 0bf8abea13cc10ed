package org.concordat.query.document;

import java.util.List;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.document.DocumentId;
import org.concordat.api.document.DocumentKind;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.partnership.Act;
import org.jspecify.annotations.Nullable;

/** An agreed text as it stands at a moment; its versions oldest first. */
public record Document(DocumentId id, DocumentKind kind, long version, List<Version> versions) {

    /**
     * @param cameIntoForce null while no decision adopted it
     * @param replaced      the act by which another version took its place; null while none has
     */
    public record Version(DocumentId documentId, int number, Text title, Text text, Hash hash, List<Text> benefits,
                          @Nullable Integer termYears, List<Text> notDoing, Act proposed,
                          @Nullable DecisionId decisionId, @Nullable Act cameIntoForce, @Nullable Act replaced,
                          List<Acknowledgement> acknowledgements) {

        public boolean inForce() { return cameIntoForce != null && replaced == null; }

        public boolean acknowledgedBy(PartnerId partner) {
            return acknowledgements.stream().anyMatch(a -> a.partnerId().equals(partner));
        }
    }

    public record Acknowledgement(PartnerId partnerId, Act act) {}

    /** As its version in force is called; while none ever was, as the newest proposed. What is only proposed renames nothing. */
    public Text title() {
        Version agreed = inForce();
        return (agreed == null ? versions.getLast() : agreed).title();
    }

    /** As the version of that wording is called, whatever the document is called by now. */
    public Text titleOf(Hash wording) {
        return versions.stream().filter(v -> v.hash().equals(wording)).findFirst().map(Version::title)
                .orElseGet(this::title);
    }

    public @Nullable Version inForce() {
        return versions.stream().filter(Version::inForce).findFirst().orElse(null);
    }

    public @Nullable Version number(int number) {
        return versions.stream().filter(v -> v.number() == number).findFirst().orElse(null);
    }

    Document at(long newest) {
        return new Document(id, kind, Math.max(version, newest), versions);
    }

    Document with(List<Version> next) {
        return new Document(id, kind, version, next);
    }
}
