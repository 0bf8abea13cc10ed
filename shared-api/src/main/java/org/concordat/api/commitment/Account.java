package org.concordat.api.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.concordat.api.commitment.CommitmentEvent.*;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.Provisos;
import org.jspecify.annotations.Nullable;

/**
 * A commitment by its years: what is firm, what is conditional, what was received. A pure fold over its events; the rules
 * and the views judge by it.
 *
 * @param offered       as it was first said: whose it is, in which unit and form
 * @param closed        closed years as they stood at their closing: what a proviso does later changes no closed book
 * @param confirmed     the latest act that confirmed or varied it within a mandate; null while it is only offered
 * @param withdrawnFrom the first finance year it no longer holds for; null: it holds
 */
public record Account(CommitmentOffered offered, Map<FinanceYear, BigDecimal> amounts, Map<FinanceYear, BigDecimal> received,
                      Map<FinanceYear, YearAccount> closed, @Nullable CommitmentEvent confirmed,
                      @Nullable FinanceYear withdrawnFrom, Provisos provisos, @Nullable Investment investment) {

    public static Account of(CommitmentOffered e) {
        return new Account(e, amounts(e.years()), Map.of(), Map.of(), null, null, with(Provisos.NONE, e.provisos()),
                e.investment());
    }

    public Account after(CommitmentEvent event, LocalDate on) {
        return switch (event) {
            case CommitmentOffered e -> of(e);
            case ProvisoAttached e -> with(provisos.with(e.proviso()));
            case CommitmentConfirmed e -> stating(amounts, e, provisos);
            case CommitmentVaried e -> stating(amounts(e.years()), e.mandate() == null ? confirmed : e,
                    with(provisos.droppingBroken(on), e.provisos()));
            case CommitmentWithdrawn e -> withdrawn(e.from(), on);
            case InvestmentDescribed e -> new Account(offered, amounts, received, closed, confirmed, withdrawnFrom,
                    provisos, e.investment());
            case CommitmentProvisoMet e -> settled(Set.of(e.proviso()), ProvisoStanding.MET, on);
            case CommitmentProvisoFailed e -> settled(Set.of(e.proviso()), ProvisoStanding.FAILED, on);
            case CommitmentProvisoWaived e -> settled(Set.of(e.proviso()), ProvisoStanding.WAIVED, on);
            case CommitmentProvisoLapsed e -> settled(Set.of(e.proviso()), ProvisoStanding.LAPSED, on);
            case CommitmentProvisosMetTogether e -> settled(e.provisos(), ProvisoStanding.MET, on);
            case ContributionReceived e -> new Account(offered, amounts,
                    with(received, e.year(), received(e.year()).add(e.amount())), closed, confirmed, withdrawnFrom,
                    provisos, investment);
            case FinanceYearClosed e -> new Account(offered, amounts, received,
                    with(closed, e.year(), closing(e)), confirmed,
                    withdrawnFrom, provisos, investment);
        };
    }

    /** Each year that is stated, and each in which something was received, in order. */
    public List<YearAccount> years() {
        Map<FinanceYear, BigDecimal> all = new TreeMap<>(amounts);
        received.keySet().forEach(year -> all.putIfAbsent(year, offered.unit().nothing()));
        return all.entrySet().stream().map(e -> closed.containsKey(e.getKey()) ? closed.get(e.getKey())
                : new YearAccount(e.getKey(), standing(e.getKey()), e.getValue(), received(e.getKey()), null)).toList();
    }

    public CommitmentStanding standing() {
        if (amounts.keySet().stream().allMatch(this::withdrawn)) return CommitmentStanding.WITHDRAWN;
        if (confirmed == null) return CommitmentStanding.OFFERED;
        if (provisos.all().values().stream().anyMatch(p -> p.standing().broken())) return CommitmentStanding.LOOSENED;
        return provisos.open().findAny().isPresent() ? CommitmentStanding.CONDITIONAL : CommitmentStanding.FIRM;
    }

    /** The open years that count, firm or conditional: what a proviso that fails now would loosen. */
    public List<YearAmount> counting() {
        Set<CommitmentStanding> counts = Set.of(CommitmentStanding.FIRM, CommitmentStanding.CONDITIONAL);
        return years().stream().filter(year -> year.closed() == null && counts.contains(year.standing()))
                .map(YearAccount::stated).toList();
    }

    /** Over all years that are not withdrawn: what a mandate has to cover. */
    public BigDecimal sum() {
        return amounts.entrySet().stream().filter(e -> !withdrawn(e.getKey())).map(Map.Entry::getValue)
                .reduce(offered.unit().nothing(), BigDecimal::add);
    }

    public BigDecimal received(FinanceYear year) {
        return received.getOrDefault(year, offered.unit().nothing());
    }

    public boolean withdrawn(FinanceYear year) {
        return withdrawnFrom != null && year.compareTo(withdrawnFrom) >= 0;
    }

    private YearAccount closing(FinanceYearClosed e) {
        return new YearAccount(e.year(), standing(e.year()), e.committed(), e.received(), e);
    }

    private CommitmentStanding standing(FinanceYear year) {
        return withdrawn(year) ? CommitmentStanding.WITHDRAWN : standing();
    }

    private Account withdrawn(FinanceYear from, LocalDate on) {
        Account next = new Account(offered, amounts, received, closed, confirmed, from, provisos, investment);
        return next.standing() == CommitmentStanding.WITHDRAWN ? next.with(provisos.dropping(on)) : next;
    }

    private Account settled(Set<ProvisoId> ids, ProvisoStanding next, LocalDate on) {
        Provisos all = provisos;
        for (ProvisoId id : ids) all = all.standing(id, next, on);
        return with(all);
    }

    private Account stating(Map<FinanceYear, BigDecimal> next, @Nullable CommitmentEvent by, Provisos provisos) {
        return new Account(offered, next, received, closed, by, withdrawnFrom, provisos, investment);
    }

    private Account with(Provisos next) {
        return stating(amounts, confirmed, next);
    }

    private static Provisos with(Provisos all, List<Proviso> more) {
        for (Proviso proviso : more) all = all.with(proviso);
        return all;
    }

    private static <V> Map<FinanceYear, V> with(Map<FinanceYear, V> map, FinanceYear year, V value) {
        Map<FinanceYear, V> next = new TreeMap<>(map);
        next.put(year, value);
        return Collections.unmodifiableMap(next);
    }

    private static Map<FinanceYear, BigDecimal> amounts(List<YearAmount> years) {
        return Collections.unmodifiableMap(years.stream()
                .collect(Collectors.toMap(YearAmount::year, YearAmount::amount, BigDecimal::add, TreeMap::new)));
    }
}
