package org.concordat.command.document;

import static org.concordat.command.Hub.*;

import java.util.List;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.document.DocumentCommand.ProposeVersion;
import org.concordat.api.document.DocumentEvent.*;
import org.concordat.api.document.DocumentId;
import org.concordat.api.document.DocumentKind;

/** What has happened to the vision of the tests. */
final class Texts {

    static final DocumentId VISION = new DocumentId("document-mash.vision");
    static final DecisionId D = new DecisionId("decision-mash.d1");
    static final Text FIRST = text("Children are safer because we share what we know.");
    static final Text SECOND = text("Children and adults are safer because we share what we know.");

    private Texts() {}

    static ProposeVersion propose(Text words) {
        return new ProposeVersion(MASH, VISION, DocumentKind.VISION, text("Vision"), words, List.of(text("Fewer repeat referrals")), 5,
                List.of(), null);
    }

    static VersionProposed proposed(int number, Text words) {
        ProposeVersion c = propose(words);
        return new VersionProposed(MASH, VISION, c.kind(), number, c.title(), words, Hash.of(words), c.benefits(), 5, List.of());
    }

    static VersionCameIntoForce inForce(Text words) {
        return new VersionCameIntoForce(VISION, Hash.of(words), D);
    }

    static VersionAcknowledged acknowledged(Text words) {
        return new VersionAcknowledged(VISION, Hash.of(words), POLICE);
    }
}
