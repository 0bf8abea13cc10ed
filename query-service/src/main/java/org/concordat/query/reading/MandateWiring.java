package org.concordat.query.reading;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.api.EntryId;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.document.DocumentKind;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateScope;
import org.concordat.query.api.ApiRefusal;
import org.concordat.query.decision.Decision;
import org.concordat.query.document.Difference;
import org.concordat.query.document.Document;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Mandate;
import org.concordat.query.partnership.Partner;
import org.concordat.query.partnership.PartnershipLead;
import org.concordat.query.partnership.PartnersView;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** What agreed texts, mandates and leads answer beside their records' own components. */
@Component
class MandateWiring implements RuntimeWiringConfigurer {

    private static final int USUAL = 50;

    @Override public void configure(RuntimeWiring.Builder wiring) {
        mandates(wiring);
        documents(wiring);
    }

    private static void mandates(RuntimeWiring.Builder wiring) {
        wiring.type("Partnership", type -> type
                .dataFetcher("mandates", Fetcher.page(Mandate.class, env -> {
                    LocalDate heldOn = env.getArgument("heldOn");
                    Stream<Mandate> all = heldOn == null ? partners(env).mandates().values().stream()
                            : partners(env).mandatesHeldOn(heldOn);
                    return Arguments.page(env, USUAL).of('m', all, m ->
                            "%019d.%s".formatted(m.given().index(), m.id()));
                }))
                .dataFetcher("whoDecides", Fetcher.one(Decides.class, MandateWiring::decides))
                .dataFetcher("leads", Fetcher.list(PartnershipLead.class, env -> {
                    String level = env.getArgument("level");
                    LocalDate day = env.getArgument("leadsOn");
                    return partners(env).leads().stream().filter(l -> level == null || l.level().name().equals(level))
                            .filter(l -> day == null || l.leadsOn(day)).toList();
                })));
        wiring.type("Mandate", type -> type
                .dataFetcher("partner", Fetcher.one(Partner.class, env ->
                        Looked.up(Sources.of(env, Mandate.class).partnerId(), partners(env).partners())))
                .dataFetcher("under", Fetcher.one(Mandate.class, env ->
                        Looked.up(Sources.of(env, Mandate.class).underId(), partners(env).mandates())))
                .dataFetcher("decision", Fetcher.one(Decision.class, env ->
                        decision(env, Sources.of(env, Mandate.class).decisionId()))));
        wiring.type("ActsRatified", type -> type
                .dataFetcher("entries", Fetcher.list(String.class, env -> {
                    Set<EntryId> entries = Sources.of(env, Mandate.Ratified.class).entries();
                    return entries == null ? null : entries.stream().map(EntryId::value).toList();
                }))
                .dataFetcher("decision", Fetcher.one(Decision.class, env ->
                        decision(env, Sources.of(env, Mandate.Ratified.class).decisionId()))));
        wiring.type("MandateScope", type -> type.dataFetcher("amount", Fetcher.one(String.class, env -> {
            BigDecimal amount = Sources.of(env, MandateScope.class).amount();
            return amount == null ? null : amount.toPlainString();
        })));
        wiring.type("PartnershipLead", type -> type.dataFetcher("decision", Fetcher.one(Decision.class, env ->
                decision(env, Sources.of(env, PartnershipLead.class).decisionId()))));
    }

    private static Decides decides(DataFetchingEnvironment env) {
        LocalDate on = Objects.requireNonNull(env.getArgument("on"));
        String amount = env.getArgument("amount");
        if (amount != null && !amount.matches("[0-9]{1,18}(\\.[0-9]{1,4})?")) {
            throw ApiRefusal.badInput("amount: is not an exact amount such as 12500.00.");
        }
        PartnersView view = partners(env);
        return Decides.of(view.roll().whoDecides(DecisionClass.valueOf(Arguments.id(env, "class")),
                env.getArgument("type"), Level.valueOf(Arguments.id(env, "level")),
                amount == null ? null : new BigDecimal(amount), on), view);
    }

    private static void documents(RuntimeWiring.Builder wiring) {
        wiring.type("Partnership", type -> type
                .dataFetcher("documents", Fetcher.page(Document.class, env -> {
                    String kind = env.getArgument("kind");
                    return Arguments.page(env, USUAL).of('t', PartnershipAt.of(env).view().documents().all()
                            .filter(d -> kind == null || d.kind().name().equals(kind)),
                            d -> "%019d".formatted(d.versions().getFirst().proposed().index()));
                }))
                .dataFetcher("documentInForce", Fetcher.one(Document.Version.class, env -> {
                    DocumentKind kind = DocumentKind.valueOf(Arguments.id(env, "kind"));
                    return PartnershipAt.of(env).view().documents().all().filter(d -> d.kind() == kind)
                            .flatMap(d -> Stream.ofNullable(d.inForce()))
                            .max(Comparator.comparingLong(MandateWiring::since)).orElse(null);
                })));
        wiring.type("Document", type -> type.dataFetcher("difference", Fetcher.one(String.class, env -> {
            Document document = Sources.of(env, Document.class);
            Document.Version from = document.number(Objects.requireNonNull(env.<Integer>getArgument("from")));
            Document.Version to = document.number(Objects.requireNonNull(env.<Integer>getArgument("to")));
            return from == null || to == null ? null
                    : Difference.between(from.text().value(), to.text().value());
        })));
        wiring.type("DocumentVersion", type -> type
                .dataFetcher("document", Fetcher.one(Document.class, env -> PartnershipAt.of(env).view().documents()
                        .document(Sources.of(env, Document.Version.class).documentId())))
                .dataFetcher("decision", Fetcher.one(Decision.class, env ->
                        decision(env, Sources.of(env, Document.Version.class).decisionId()))));
        wiring.type("Acknowledgement", type -> type.dataFetcher("partner", Fetcher.one(Partner.class, env ->
                Looked.up(Sources.of(env, Document.Acknowledgement.class).partnerId(), partners(env).partners()))));
    }

    private static long since(Document.Version version) {
        Act act = version.cameIntoForce();
        return act == null ? 0 : act.index();
    }

    private static @Nullable Decision decision(DataFetchingEnvironment env,
                                               org.concordat.api.decision.@Nullable DecisionId id) {
        return id == null ? null : PartnershipAt.of(env).view().decisions().decision(id);
    }

    private static PartnersView partners(DataFetchingEnvironment env) {
        return PartnershipAt.of(env).view().partners();
    }
}
