package org.concordat.api.partnership;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.concordat.api.PersonId;
import org.concordat.api.decision.DecisionClass;
import org.jspecify.annotations.Nullable;

/** The partnership's scheme of delegation: every mandate ever given. Pure; each act is judged by it. */
public record Mandates(Map<MandateId, Mandate> all) {

    public static final Mandates NONE = new Mandates(Map.of());

    public Mandates with(Mandate mandate) {
        Map<MandateId, Mandate> next = new LinkedHashMap<>(all);
        next.put(mandate.id(), mandate);
        return new Mandates(Collections.unmodifiableMap(next));
    }

    /** The same mandates, that one otherwise; an unknown id changes nothing. */
    public Mandates with(MandateId id, UnaryOperator<Mandate> change) {
        Mandate known = all.get(id);
        return known == null ? this : with(change.apply(known));
    }

    /** A delegated mandate holds only while the one it is under does, and never beyond it. */
    public boolean holds(Mandate mandate, LocalDate day) {
        if (!mandate.holdsOn(day)) return false;
        if (mandate.under() == null) return true;
        Mandate parent = all.get(mandate.under());
        return parent != null && holds(parent, day) && parent.asOf(day).scope().delegable()
                && parent.asOf(day).scope().contains(mandate.asOf(day).scope());
    }

    /** The mandate and those it is under, as far up as they are known: nothing given rests on what was given after it. */
    public Stream<Mandate> above(MandateId id) {
        return Stream.<@Nullable Mandate>iterate(all.get(id), Objects::nonNull,
                m -> m == null || m.under() == null ? null : all.get(m.under())).limit(all.size()).map(Objects::requireNonNull);
    }

    /** Those among {@link #above} that taint an act under it recorded on that day: authority is held on both of an act's days. */
    public Stream<Mandate> tainting(MandateId id, LocalDate recordedOn) {
        return above(id).filter(m -> m.voidOn(recordedOn));
    }

    /** The mandates that hold on that day, each as it stood then. */
    public Stream<Mandate> holding(LocalDate day) {
        return all.values().stream().filter(m -> holds(m, day)).map(m -> m.asOf(day));
    }

    /** The mandate on which this person may speak for that partner on such a decision, valid on both days. */
    public Optional<Mandate> covering(PersonId person, PartnerId partner, DecisionClass decisionClass, @Nullable String type,
                                      Level level, LocalDate effectiveOn, LocalDate today) {
        return covering(person, partner, scope -> scope.covers(decisionClass, type, level), effectiveOn, today).findFirst();
    }

    /**
     * The mandate with the largest amount on which this person may commit that partner: valid on both days, with the smaller
     * amount of the two where it was varied between them; without an amount where nothing is asked in a currency.
     */
    public Optional<Mandate> committing(PersonId person, PartnerId partner, @Nullable String type, Level level,
                                        @Nullable String currency, LocalDate effectiveOn, LocalDate today) {
        return covering(person, partner, scope -> scope.covers(DecisionClass.PARTNERSHIP, type, level)
                && (currency == null || currency.equals(scope.currency())), effectiveOn, today)
                .max(Comparator.comparing(m -> Objects.requireNonNullElse(m.scope().amount(), BigDecimal.ZERO)));
    }

    /** Those of that person for that partner whose scope covers it on both days, each as it stood when it covered less. */
    private Stream<Mandate> covering(PersonId person, PartnerId partner, Predicate<MandateScope> covers, LocalDate effectiveOn,
                                     LocalDate today) {
        return holding(effectiveOn)
                .filter(m -> m.holder().equals(person) && partner.equals(m.partner()) && covers.test(m.scope()))
                .flatMap(m -> holding(today).filter(now -> now.id().equals(m.id()) && covers.test(now.scope()))
                        .map(now -> m.scope().amount() == null || now.scope().contains(m.scope()) ? m : now));
    }

    /** Who holds a mandate for that on the day: with the amount where there is one; final words first. */
    public List<Mandate> deciding(DecisionClass decisionClass, @Nullable String type, Level level, @Nullable BigDecimal amount,
                                  LocalDate on) {
        return holding(on).filter(m -> m.scope().covers(decisionClass, type, level))
                .filter(m -> amount == null || m.scope().amount() != null && m.scope().amount().compareTo(amount) >= 0)
                .filter(m -> decisionClass == DecisionClass.PARTNERSHIP || m.scope().finalWord()).toList();
    }

    /**
     * Whose decision it is on that day.
     *
     * @param partners the partners of that day
     * @param able     whether the holder of a mandate could act on it that day
     */
    WhoDecides whoDecides(DecisionClass decisionClass, @Nullable String type, Level level, @Nullable BigDecimal amount,
                          LocalDate on, List<PartnerId> partners, Predicate<Mandate> able) {
        List<Mandate> deciding = deciding(decisionClass, type, level, amount, on).stream().filter(able).toList();
        if (decisionClass == DecisionClass.CASE_AUTHORITY) {
            return switch (deciding.size()) {
                case 0 -> new WhoDecides.Hole(List.of());
                case 1 -> new WhoDecides.Decided(deciding, List.of(), "one final word");
                default -> new WhoDecides.Clash(deciding);
            };
        }
        List<PartnerId> without = partners.stream()
                .filter(partner -> deciding.stream().noneMatch(m -> partner.equals(m.partner()))).toList();
        List<Mandate> ofPartners = deciding.stream()
                .filter(m -> m.partner() != null && partners.contains(m.partner())).toList();
        return ofPartners.isEmpty() ? new WhoDecides.Hole(without)
                : new WhoDecides.Decided(ofPartners, without, "the partners, by the rule fixed when it is tabled");
    }

    /** Another final word on some decision that this scope would also have the final word on. */
    public Optional<Mandate> finalWordTaken(MandateScope scope, LocalDate from, @Nullable LocalDate to, @Nullable MandateId except) {
        if (!scope.finalWord()) return Optional.empty();
        return all.values().stream().flatMap(Mandate::versions).filter(m -> m.scope().finalWord()
                && !m.id().equals(except) && m.overlaps(from, to)
                && (m.scope().type() == null || scope.type() == null || Objects.equals(m.scope().type(), scope.type()))
                && m.scope().levels().stream().anyMatch(scope.levels()::contains)).findFirst();
    }
}
