package org.concordat.api.proviso;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.concordat.api.Hash;
import org.concordat.api.Ids;
import org.concordat.api.Text;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipId;

/** Id of a proviso, which names what it is attached to: {@code proviso-mash.vision.police-1}. */
public record ProvisoId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProvisoId {
        Ids.checked("proviso", 2, value);
    }

    /**
     * The id of the nth proviso that a partner attaches to a thing of its partnership, e.g. {@code decision-mash.vision}.
     * Those of a commitment count as {@code c1}: a decision of the same local name has others.
     *
     * @param nth counted from 1 over all it ever attached to that thing
     */
    public static ProvisoId of(String thing, PartnerId holder, int nth) {
        String local = Ids.local(holder.value());
        // A local part has 64 characters at most; a long partner's is cut, and told apart by its hash.
        String brief = local.length() <= 54 ? local : local.substring(0,
                38) + Hash.of(new Text(local)).value().substring(0, 16);
        return new ProvisoId("proviso-" + Ids.key(thing) + "." + Ids.local(thing) + "." + brief
                + (thing.startsWith("commitment-") ? "-c" : "-") + nth);
    }

    public PartnershipId partnershipId() {
        return Ids.partnershipOf(value);
    }

    @Override public String toString() {
        return value;
    }
}
