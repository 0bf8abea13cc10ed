package org.concordat.query.proving;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.ledger.DisposalCheck;
import org.concordat.query.ledger.EntryCheck.Finding;
import org.concordat.wiring.Damage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a whole check looks at once all entries were: signatures, disposals, views. Each is looked at, whatever became of the others. */
record OverEntries(JdbcClient jdbc, HeadCheck heads, DisposalCheck disposals, ViewCheck views) {

    List<Finding> found() {
        List<Finding> found = new ArrayList<>(readable("", "What was signed over the record", heads::found));
        found.addAll(readable("", "What was disposed of", disposals::look));
        found.addAll(readable("", "The list of partnerships", this::ofPartnerships));
        return found;
    }

    private List<Finding> ofPartnerships() {
        List<Finding> found = new ArrayList<>();
        for (String partnership : jdbc.sql("select partnership from partnership_register order by first_index")
                .query((row, n) -> row.getString(1)).list()) {
            found.addAll(readable(partnership, "What is read of " + partnership,
                    () -> views.of(new PartnershipId(partnership)).stream().toList()));
        }
        return found;
    }

    private static List<Finding> readable(String partnership, String what, Supplier<List<Finding>> look) {
        try {
            return look.get();
        } catch (RuntimeException e) {
            if (!Damage.is(e)) throw e;
            return List.of(new Finding(partnership, what + " cannot be checked: a row of it is damaged."));
        }
    }
}
