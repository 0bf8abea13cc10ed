package org.concordat.query.reading;

import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanArea;
import org.concordat.query.partnership.Actor;
import org.concordat.query.partnership.Board;
import org.concordat.query.partnership.Finding;
import org.concordat.query.partnership.Partner;
import org.concordat.query.partnership.PartnersView;
import org.concordat.query.plan.Acceptance;
import org.concordat.query.plan.Action;
import org.concordat.query.plan.PlanItem;
import org.concordat.query.plan.PlanView;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** What the plan answers beside its records' own components. */
@Component
class PlanWiring implements RuntimeWiringConfigurer {

    private static final int USUAL = 50;

    @Override public void configure(RuntimeWiring.Builder wiring) {
        plan(wiring);
        leads(wiring);
    }

    private static void plan(RuntimeWiring.Builder wiring) {
        wiring.type("Plan", type -> type
                .dataFetcher("end", Fetcher.one(LocalDate.class, env -> partners(env).planEnd()))
                .dataFetcher("items", Fetcher.list(PlanItem.class, PlanWiring::items))
                .dataFetcher("actions", Fetcher.page(Action.class, PlanWiring::actions)));
        wiring.type("PlanItem", type -> type.dataFetcher("findings", Fetcher.list(Finding.class, env -> {
            Map<?, Finding> known = partners(env).findings();
            return source(env, PlanItem.class).findingIds().stream().map(known::get).filter(Objects::nonNull)
                    .sorted(Comparator.comparing(f -> f.id().value())).toList();
        })));
        wiring.type("Action", type -> type.dataFetcher("item", Fetcher.one(PlanItem.class, env ->
                PartnershipAt.of(env).view().plan().item(source(env, Action.class).itemId()))));
        wiring.type("Acceptance", type -> type
                .dataFetcher("partyName", Fetcher.one(String.class, env ->
                        PartnershipAt.of(env).view().names().of(source(env, Acceptance.class).party())))
                .dataFetcher("since", Fetcher.one(LocalDate.class, env -> source(env, Acceptance.class).act().on()))
                .dataFetcher("saidBy", Fetcher.one(Actor.class, env -> source(env, Acceptance.class).act().by())));
    }

    private static void leads(RuntimeWiring.Builder wiring) {
        wiring.type("LeadPartner", type -> type
                .dataFetcher("partnerId", Fetcher.one(String.class, env ->
                        source(env, Lead.Partner.class).partner().value()))
                .dataFetcher("partner", Fetcher.one(Partner.class, env ->
                        partner(env, source(env, Lead.class).answering()))));
        for (String one : List.of("LeadPost", "LeadGroup")) {
            wiring.type(one, type -> type.dataFetcher("partner", Fetcher.one(Partner.class, env ->
                    partner(env, source(env, Lead.class).answering()))));
        }
        wiring.type("LeadBoard", type -> type
                .dataFetcher("boardId", Fetcher.one(String.class, env -> source(env, Lead.Board.class).board().value()))
                .dataFetcher("board", Fetcher.one(Board.class, env ->
                        Looked.up(source(env, Lead.Board.class).board(), partners(env).boards()))));
        wiring.type("LeadJointly", type -> type.dataFetcher("answers", Fetcher.one(Partner.class, env ->
                partner(env, source(env, Lead.class).answering()))));
    }

    private static List<PlanItem> items(DataFetchingEnvironment env) {
        String area = env.getArgument("area");
        return source(env, PlanView.class).items().filter(item -> area == null || item.area() == PlanArea.valueOf(area))
                .sorted(Comparator.comparingLong(item -> item.drawnUp().index())).toList();
    }

    private static Connection<Action> actions(DataFetchingEnvironment env) {
        Map<String, @Nullable Object> filter = Arguments.fields(env, "filter");
        String partner = (String) filter.get("partner");
        PartnerId answers = partner == null ? null : Arguments.id("filter.partner", partner, PartnerId::new);
        Boolean only = (Boolean) filter.get("invested");
        Set<ActionId> invested = only == null ? Set.of() : PartnershipAt.of(env).view().commitments().invested();
        return Arguments.page(env, USUAL).of('a',
                source(env, PlanView.class).actions().filter(action -> wanted(action, filter, answers))
                        .filter(action -> only == null || only == invested.contains(action.id())),
                action -> "%019d".formatted(action.agreed().index()));
    }

    private static boolean wanted(Action action, Map<String, @Nullable Object> filter, @Nullable PartnerId answers) {
        LocalDate ends = action.timescale().ends();
        return (filter.get("standing") == null || action.standing().name().equals(filter.get("standing")))
                && (answers == null
                    || action.acceptances().stream().anyMatch(p -> answers.equals(p.party().answering())))
                && (!(filter.get("dueBefore") instanceof LocalDate day) || ends != null && ends.isBefore(day))
                && (!(filter.get("gap") instanceof Boolean gap) || gap == !action.gaps().isEmpty());
    }

    private static PartnersView partners(DataFetchingEnvironment env) {
        return PartnershipAt.of(env).view().partners();
    }

    private static @Nullable Partner partner(DataFetchingEnvironment env, @Nullable PartnerId id) {
        return Looked.up(id, partners(env).partners());
    }

    private static <T> T source(DataFetchingEnvironment env, Class<T> type) {
        return type.cast(Objects.requireNonNull(env.<Object>getSource()));
    }
}
