package org.concordat.query.api;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.MetaData;
import org.concordat.api.Contract;
import org.concordat.api.CommonRejection;
import org.concordat.api.Receipt;
import org.concordat.query.identity.Caller;
import org.concordat.query.identity.TokenRules;
import org.concordat.wiring.memory.Pressure;
import org.concordat.wiring.memory.Shed;
import org.mockito.Mockito;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import reactor.core.publisher.Flux;

/** The front door without a store: commands are answered by a bus that remembers them. */
@SpringBootConfiguration
@EnableAutoConfiguration(excludeName = {
    "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
    "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
    FrontTestApp.AXON + "AvroSerializerAutoConfiguration",
    FrontTestApp.AXON + "AxonAutoConfiguration",
    FrontTestApp.AXON + "AxonTimeoutAutoConfiguration",
    FrontTestApp.AXON + "AxonDbSchedulerAutoConfiguration",
    FrontTestApp.AXON + "AxonJobRunrAutoConfiguration",
    FrontTestApp.AXON + "AxonServerActuatorAutoConfiguration",
    FrontTestApp.AXON + "AxonServerAutoConfiguration",
    FrontTestApp.AXON + "AxonServerBusAutoConfiguration",
    FrontTestApp.AXON + "AxonTracingAutoConfiguration",
    FrontTestApp.AXON + "EventProcessingAutoConfiguration",
    FrontTestApp.AXON + "InfraConfiguration",
    FrontTestApp.AXON + "InterceptorAutoConfiguration",
    FrontTestApp.AXON + "JdbcAutoConfiguration",
    FrontTestApp.AXON + "legacyjpa.JpaJavaxAutoConfiguration",
    FrontTestApp.AXON + "legacyjpa.JpaJavaxEventStoreAutoConfiguration",
    FrontTestApp.AXON + "JpaAutoConfiguration",
    FrontTestApp.AXON + "JpaEventStoreAutoConfiguration",
    FrontTestApp.AXON + "MetricsAutoConfiguration",
    FrontTestApp.AXON + "MicrometerMetricsAutoConfiguration",
    FrontTestApp.AXON + "NoOpTransactionAutoConfiguration",
    FrontTestApp.AXON + "ObjectMapperAutoConfiguration",
    FrontTestApp.AXON + "CBORMapperAutoConfiguration",
    FrontTestApp.AXON + "OpenTelemetryAutoConfiguration",
    FrontTestApp.AXON + "SecurityAutoConfiguration",
    FrontTestApp.AXON + "TransactionAutoConfiguration",
    FrontTestApp.AXON + "UpdateCheckerAutoConfiguration",
    FrontTestApp.AXON + "XStreamAutoConfiguration"})
@ComponentScan(basePackages = {"org.concordat.query.api", "org.concordat.query.identity", "org.concordat.query.limits"})
class FrontTestApp {

    static final String AXON = "org.axonframework.springboot.autoconfig.";
    static final List<CommandMessage<?>> SENT = new CopyOnWriteArrayList<>();
    static final AtomicInteger WRITTEN = new AtomicInteger();
    static final List<String> ATTEMPTS = new CopyOnWriteArrayList<>();

    /** Memory is never short but where a test says so. */
    @Bean Pressure pressure() {
        Pressure pressure = Mockito.mock(Pressure.class);
        Mockito.when(pressure.shed()).thenReturn(Shed.NOTHING);
        return pressure;
    }

    @Bean Attempts attempts() {
        return (person, command, target, commandId, code) ->
            ATTEMPTS.add(person + " " + command + " " + target + " " + commandId + " " + code);
    }

    @Bean CommandGateway commandGateway() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        Contract.COMMANDS.forEach(c -> bus.subscribe(c.getName(), FrontTestApp::answer));
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    private static Object answer(CommandMessage<?> command) throws InterruptedException {
        SENT.add(command);
        MetaData metadata = command.getMetaData();
        String id = String.valueOf(metadata.get("commandId"));
        if (id.equals("refuse-me")) {
            throw new CommandExecutionException("refused", null, new CommonRejection.MovedOn("item-mash.leadership",
                3, 4));
        }
        if (id.equals("store-away")) throw new CommandExecutionException("away", null, new CommonRejection.StoreUnavailable());
        if (id.startsWith("keep-me-waiting")) Thread.sleep(700);
        if (id.equals("break-me")) throw new IllegalStateException("java.lang.Secret: org.postgresql.PSQLException");
        return new Receipt("item-mash.leadership", 1, id);
    }

    @Bean JwtDecoder jwtDecoder() {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(Tokens.KEY)))
            .jwsAlgorithms(allowed -> allowed.addAll(TokenRules.ALGORITHMS)).build();
        decoder.setJwtValidator(TokenRules.forIssuer(Tokens.ISSUER));
        return decoder;
    }

    @Bean RuntimeWiringConfigurer testFetchers() {
        return wiring -> wiring
            .type("Query", type -> type
                .dataFetcher("me", env -> Map.of("person", Caller.current().person().value()))
                .dataFetcher("testTree", env -> Map.of("edges", List.of()))
                .dataFetcher("testBroken", env -> { throw new IllegalStateException("java.lang.Secret"); })
                .dataFetcher("testDay", env -> String.valueOf((Object) env.getArgument("on")))
                .dataFetcher("testSlow", FrontTestApp::slowly))
            .type("Subscription", type -> type.dataFetcher("testSilence", env -> Flux.never())
                .dataFetcher("testFlood", env -> Flux.range(0, 1_000_000).map(FrontTestApp::written)))
            .type("TestNode", type -> type.dataFetcher("slow", FrontTestApp::slowly));
    }

    private static String written(int number) {
        WRITTEN.set(number);
        return "x".repeat(50_000);
    }

    private static Object slowly(graphql.schema.DataFetchingEnvironment env) throws InterruptedException {
        Thread.sleep(700);
        return Map.of("name", "slow");
    }
}
