package org.concordat.query.commitment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.query.history.EntryAt;
import org.concordat.query.ledger.Entry;
import org.concordat.query.moment.Moment;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.ledger.Story;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The totals again, apart from the view: from what {@code history} shows of each entry and from nothing else. A line
 * for each year, unit and partner, as {@code offered firm conditional loosened received variance}.
 */
final class Recount {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, One> commitments = new TreeMap<>();

    private static final class One {
        String partner = "";
        String unit = "";
        boolean confirmed;
        String withdrawnFrom = "9999";
        final Map<String, BigDecimal> years = new TreeMap<>();
        final Map<String, BigDecimal> received = new TreeMap<>();
        final Map<String, String> provisos = new TreeMap<>();
        final Map<String, String[]> books = new TreeMap<>();

        String counts(String year) {
            boolean over = years.keySet().stream().allMatch(y -> y.compareTo(withdrawnFrom) >= 0);
            if (over || year.compareTo(withdrawnFrom) >= 0) return "gone";
            if (!confirmed) return "offered";
            if (provisos.containsValue("FAILED") || provisos.containsValue("LAPSED")) return "loosened";
            return provisos.containsValue("OPEN") ? "conditional" : "firm";
        }
    }

    /** By year, unit and partner; a part left out is added up over. */
    static Map<String, List<BigDecimal>> of(List<Entry> ledger, Moment moment, boolean byYear, boolean byPartner) {
        Recount recount = new Recount();
        List<Entry> seen = new ArrayList<>(ledger.stream().filter(e ->
                (moment.asKnownAt() == null || !e.recordedAt().isAfter(moment.asKnownAt()))
                && (moment.asOf() == null || !e.effectiveOn().isAfter(moment.asOf()))).toList());
        if (!moment.isNow()) seen.sort(Comparator.comparing(Entry::effectiveOn));
        seen.forEach(e -> recount.read(new EntryAt(e, PartnershipView.empty(Story.MASH))));
        return recount.totals(byYear, byPartner);
    }

    private void read(EntryAt entry) {
        if (!entry.subject().startsWith("commitment-")) return;
        JsonNode said = JSON.valueToTree(entry.payload());
        if (entry.type().endsWith(".CommitmentOffered")) commitments.put(entry.subject(), new One());
        One one = commitments.get(entry.subject());
        if (one == null) return;
        switch (entry.type().substring("commitment.".length())) {
            case "CommitmentOffered" -> {
                one.partner = said.path("partner").asString();
                one.unit = said.path("unit").path("kind").asString() + " "
                    + said.path("unit").path("currency").asString();
                state(one, said);
            }
            case "ProvisoAttached" -> one.provisos.put(said.path("proviso").path("id").asString(), "OPEN");
            case "CommitmentConfirmed" -> one.confirmed = true;
            case "CommitmentVaried" -> {
                one.confirmed |= said.path("mandate").isString();
                one.provisos.replaceAll((id, s) -> s.equals("FAILED") || s.equals("LAPSED") ? "DROPPED" : s);
                state(one, said);
            }
            case "CommitmentWithdrawn" -> {
                one.withdrawnFrom = said.path("from").asString();
                if (one.counts("").equals("gone")) one.provisos.replaceAll((id, s) -> s.equals("OPEN") ? "DROPPED" : s);
            }
            case "CommitmentProvisoMet" -> settle(one, said, "MET");
            case "CommitmentProvisoFailed" -> settle(one, said, "FAILED");
            case "CommitmentProvisoWaived" -> settle(one, said, "WAIVED");
            case "CommitmentProvisoLapsed" -> settle(one, said, "LAPSED");
            case "CommitmentProvisosMetTogether" -> said.path("provisos").forEach(id ->
                    one.provisos.replace(id.asString(), "MET"));
            case "ContributionReceived" -> one.received.merge(said.path("year").asString(),
                    new BigDecimal(said.path("amount").asString()), BigDecimal::add);
            case "FinanceYearClosed" -> {
                String year = said.path("year").asString();
                one.books.put(year, new String[] {one.counts(year), said.path("committed").asString(),
                    said.path("received").asString(), said.path("variance").asString()});
            }
            case "InvestmentDescribed" -> { }
            default -> throw new IllegalStateException(entry.type());
        }
    }

    private static void state(One one, JsonNode said) {
        one.years.clear();
        said.path("years").forEach(y ->
                one.years.put(y.path("year").asString(), new BigDecimal(y.path("amount").asString())));
        said.path("provisos").forEach(p -> one.provisos.put(p.path("id").asString(), "OPEN"));
    }

    private static void settle(One one, JsonNode said, String standing) {
        one.provisos.replace(said.path("proviso").asString(), standing);
    }

    private Map<String, List<BigDecimal>> totals(boolean byYear, boolean byPartner) {
        Map<String, List<BigDecimal>> totals = new TreeMap<>();
        for (One one : commitments.values()) {
            TreeSet<String> years = new TreeSet<>(one.years.keySet());
            years.addAll(one.received.keySet());
            for (String year : years) {
                String key = (byYear ? year : "all") + " " + one.unit + (byPartner ? " " + one.partner : "");
                totals.merge(key, line(one, year), Recount::plus);
            }
        }
        return totals;
    }

    private static List<BigDecimal> line(One one, String year) {
        String[] book = one.books.get(year);
        String counts = book == null ? one.counts(year) : book[0];
        BigDecimal amount = book == null ? one.years.getOrDefault(year, BigDecimal.ZERO) : new BigDecimal(book[1]);
        BigDecimal received = book == null ? one.received.getOrDefault(year, BigDecimal.ZERO) : new BigDecimal(book[2]);
        List<BigDecimal> line = new ArrayList<>();
        for (String figure : List.of("offered", "firm", "conditional", "loosened")) {
            line.add(figure.equals(counts) ? amount : BigDecimal.ZERO);
        }
        line.add(received);
        line.add(book == null ? BigDecimal.ZERO : new BigDecimal(book[3]));
        return line;
    }

    private static List<BigDecimal> plus(List<BigDecimal> one, List<BigDecimal> other) {
        List<BigDecimal> sum = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) sum.add(one.get(i).add(other.get(i)));
        return sum;
    }
}
