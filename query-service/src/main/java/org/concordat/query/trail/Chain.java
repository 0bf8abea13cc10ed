package org.concordat.query.trail;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.concordat.query.ledger.CanonicalJson;
import org.concordat.wiring.Damage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Whether the records are those that were written, all of them, in that order. Names the first that is not. */
final class Chain {

    private static final int PAGE = 5_000;
    private static final String DAMAGED = "its row is damaged and cannot be read";

    private final TrailTable table;
    private final List<Head> held;
    private Head at = Head.NONE;

    /** @param held heads that the trail must go through */
    Chain(TrailTable table, List<Head> held) {
        this.table = table;
        this.held = held;
    }

    Check check() {
        int most = PAGE;
        while (true) {
            List<TrailTable.Row> page;
            try {
                page = table.after(at.size(), most);
            } catch (RuntimeException e) {
                if (!Damage.is(e)) throw e;
                if (most == 1) return Check.broken(at.size(), at.size() + 1, DAMAGED);
                // One by one, up to the one that cannot be read.
                most = 1;
                continue;
            }
            for (TrailTable.Row row : page) {
                String wrong = wrong(row);
                if (wrong != null) return Check.broken(at.size(), at.size() + 1, wrong);
                at = new Head(row.number(), row.hash());
            }
            if (page.size() < most) break;
        }
        Optional<Head> beyond = held.stream().filter(head -> head.size() > at.size()).findFirst();
        return beyond.map(head -> Check.broken(at.size(), at.size() + 1,
                "it is missing; a head is held of " + head.size() + " records")).orElseGet(() -> Check.holding(at.size()));
    }

    private @Nullable String wrong(TrailTable.Row row) {
        if (row.number() != at.size() + 1) return "it is missing";
        if (!Link.hash(row.record()).equals(row.hash())) return "its bytes are not those that were hashed";
        try {
            String said = wrong(row, TrailTable.said(row.record()));
            if (said != null) return said;
        } catch (JacksonException unreadable) {
            return "it is no record";
        }
        return held.stream().anyMatch(head -> head.size() == row.number() && !head.hash().equals(row.hash()))
                ? "it is not the one whose hash is held" : null;
    }

    private @Nullable String wrong(TrailTable.Row row, Map<String, String> said) {
        if (!Arrays.equals(CanonicalJson.object(new TreeMap<>(said)), row.record())) return "it is not written canonically";
        if (!at.hash().equals(said.get("previous"))) return "it does not follow the record before it";
        boolean same = Long.toString(row.number()).equals(said.get("number")) && row.kind().equals(said.get("kind"))
                && row.partnership().equals(said.getOrDefault("partnership", ""))
                && Link.MILLISECONDS.format(row.at()).equals(said.get("at"));
        return same ? null : "the columns beside it do not say what it says";
    }
}
