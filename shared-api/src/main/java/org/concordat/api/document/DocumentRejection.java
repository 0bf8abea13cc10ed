package org.concordat.api.document;

import org.concordat.api.Hash;
import org.concordat.api.Rejection;

/** Why an agreed text refused. */
public sealed interface DocumentRejection extends Rejection {

    /** A document keeps the kind of its first version. */
    record KindMismatch(DocumentId documentId, DocumentKind stands) implements DocumentRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return documentId + " is of the kind " + stands + "."; }
    }

    /** A vision states its term and its benefits before it can be tabled; a remit says what falls outside. */
    record Unstated(DocumentKind text, String missing) implements DocumentRejection {
        @Override public Kind kind() { return Kind.INVALID; }
        @Override public String sentence() { return "A text of the kind " + text + " states " + missing + "."; }
    }

    /** That text is a version of this document already. */
    record SameText(DocumentId documentId) implements DocumentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "That text is a version of " + documentId + " already."; }
    }

    /** No version of the document has that hash. */
    record NoSuchVersion(DocumentId documentId, Hash hash) implements DocumentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return documentId + " has no version with that hash."; }
    }

    /** Only the version in force is acknowledged. */
    record NotInForce(DocumentId documentId, Hash hash) implements DocumentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "That version of " + documentId + " is not in force."; }
    }

    /** The partner has acknowledged it. */
    record AlreadyAcknowledged(DocumentId documentId) implements DocumentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "The version in force of " + documentId + " is acknowledged already for the partner you speak for."; }
    }

    /** The version is in force already. */
    record AlreadyInForce(DocumentId documentId, Hash hash) implements DocumentRejection {
        @Override public Kind kind() { return Kind.CONFLICT; }
        @Override public String sentence() { return "That version of " + documentId + " is in force already."; }
    }
}
