package org.concordat.query.reading;

import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.concordat.api.Receipt;
import org.concordat.query.api.ApiRefusal;
import org.concordat.query.api.Asking;
import org.concordat.query.api.Refused;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.moment.Moments;
import org.concordat.query.trail.Trail;
import org.concordat.query.trail.TrailRig;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The schema of the reads over a ledger, with a stand-in for the front door. */
final class Reading {

    static final List<Resource> SCHEMA = List.of(new ClassPathResource("graphql/partnership.graphqls"),
            new ClassPathResource("graphql/plan.graphqls"), new ClassPathResource("graphql/decisions.graphqls"),
            new ClassPathResource("graphql/documents.graphqls"), new ClassPathResource("graphql/mandates.graphqls"),
            new ClassPathResource("graphql/finance.graphqls"), new ClassPathResource("graphql/history.graphqls"),
            new ClassPathResource("graphql/replay.graphqls"), new ClassPathResource("graphql/authority.graphqls"),
            new ClassPathResource("graphql/proving.graphqls"),
            new ClassPathResource("graphql/trail.graphqls"), new ClassPathResource("graphql/markings.graphqls"),
            new ClassPathResource("graphql-test/root.graphqls"));

    private Reading() {}

    static ExecutionGraphQlServiceTester of(Ledger ledger, Instant today) {
        return ExecutionGraphQlServiceTester.create(new DefaultExecutionGraphQlService(source(ledger, today,
                report -> {})));
    }

    static void as(String person) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(person, "token"));
    }

    static GraphQlSource source(Ledger ledger, Instant today, Consumer<SchemaReport> report) {
        return source(ledger, TrailRig.over(ledger, today), today, report);
    }

    static GraphQlSource source(Ledger ledger, Trail trail, Instant today, Consumer<SchemaReport> report) {
        var beans = new StaticListableBeanFactory(Map.of("clock", Clock.fixed(today, ZoneOffset.UTC)));
        Moments moments = new Moments(ledger);
        Readers readers = new Readers(ledger, moments, beans.getBeanProvider(Clock.class));
        Asked asked = new Asked(readers, trail);
        List<RuntimeWiringConfigurer> wirings = List.of(
                new RootWiring(ledger, moments, readers, new Nodes(ledger), new Stream(ledger, readers), asked),
                new PartnershipWiring(moments, new Histories(ledger), readers), new PlanWiring(),
                new AuthorityWiring(new Nodes(ledger), new Authorities(ledger)),
                new ReplayWiring(ledger, new Replays(ledger, moments), new PacedReplay(ledger, readers), readers, asked),
                new DecisionWiring(), new MandateWiring(), new CommitmentWiring(), new FinanceWiring(),
                new ProvingWiring(new Evidences(null, ledger, null, null, null, null, null), new Histories(ledger)),
                new TrailWiring(trail, readers), new MarkingWiring(moments, readers),
                new TypeWiring(), new PersonWiring(new ListDirectory()), Reading::scalars);
        var builder = GraphQlSource.schemaResourceBuilder().schemaResources(SCHEMA.toArray(Resource[]::new));
        wirings.forEach(builder::configureRuntimeWiring);
        builder.instrumentation(List.of(new SimplePerformantInstrumentation() {
            @Override public InstrumentationContext<ExecutionResult> beginExecution(InstrumentationExecutionParameters p, InstrumentationState s) {
                p.getGraphQLContext().put(Asking.class, new Asking(p.getQuery(), p.getOperation()));
                return null;
            }
        }));
        return builder.exceptionResolvers(List.of(DataFetcherExceptionResolver.forSingleError((e, env) -> switch (e) {
            case Refused r -> GraphqlErrorBuilder.newError(env).message(r.getMessage())
                    .extensions(Map.of("code", r.rejection().code())).build();
            case ApiRefusal p -> GraphqlErrorBuilder.newError(env).message(p.getMessage())
                    .extensions(Map.of("code", p.code().name())).build();
            default -> null;
        }))).inspectSchemaMappings(mapping -> TypeWiring.NAMES.forEach((type, name) -> mapping.classMapping(name,
                type)), report)
                .build();
    }

    private static void scalars(graphql.schema.idl.RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type.dataFetcher("acceptLead",
                Fetcher.one(Receipt.class, env -> new Receipt("item-mash.leadership", 10, "c"))));
        wiring.scalar(text("Date", LocalDate::parse)).scalar(text("DateTime", Instant::parse))
                .scalar(text("Month", YearMonth::parse)).scalar(text("JSON", s -> s));
    }

    private static GraphQLScalarType text(String name, Function<String, Object> read) {
        return GraphQLScalarType.newScalar().name(name).coercing(new Coercing<Object, Object>() {
            @Override public Object serialize(Object value, graphql.GraphQLContext c, java.util.Locale l) {
                return name.equals("JSON") ? value : value.toString();
            }
            @Override public Object parseValue(Object value, graphql.GraphQLContext c, java.util.Locale l) {
                return read.apply(value.toString());
            }
            @Override public Object parseLiteral(graphql.language.Value<?> value, graphql.execution.CoercedVariables v,
                                                 graphql.GraphQLContext c, java.util.Locale l) {
                return read.apply(((graphql.language.StringValue) value).getValue());
            }
        }).build();
    }
}
