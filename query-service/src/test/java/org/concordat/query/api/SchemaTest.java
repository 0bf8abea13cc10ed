package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.api.Contract;
import org.concordat.api.NewId;
import org.concordat.api.Rejection;
import org.concordat.api.commitment.CommitmentKind;
import org.concordat.api.commitment.Form;
import org.concordat.api.commitment.Investment;
import org.concordat.api.commitment.Spend;
import org.concordat.api.commitment.Unit;
import org.concordat.api.commitment.YearAmount;
import org.concordat.api.decision.Effect;
import org.concordat.api.decision.Position;
import org.concordat.api.decision.Rule;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.MarkedAs;
import org.concordat.api.planitem.Evidence;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.Timescale;
import org.concordat.api.proviso.ProvisoTerms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/** The schema and the contract say the same, both ways. */
@FrontTest
class SchemaTest {

    private static final Set<String> OF_THE_ACT = Set.of("commandId", "expectedVersion", "effectiveOn");

    @Autowired GraphQlSource source;

    private GraphQLSchema schema() {
        return source.schema();
    }

    @Test void there_is_one_mutation_for_each_command() {
        assertThat(schema().getMutationType().getFieldDefinitions()).extracting(GraphQLFieldDefinition::getName)
            .containsExactlyInAnyOrderElementsOf(Contract.COMMANDS.stream().map(Mutations::nameOf).toList());
        schema().getMutationType().getFieldDefinitions().forEach(mutation -> {
            String input = Character.toUpperCase(mutation.getName().charAt(0)) + mutation.getName().substring(1)
                + "Input!";
            assertThat(GraphQLTypeUtil.simplePrint(mutation.getType())).isEqualTo("Receipt");
            assertThat(mutation.getArguments()).singleElement().satisfies(argument ->
                assertThat(argument.getName() + ": " + GraphQLTypeUtil.simplePrint(argument.getType()))
                    .isEqualTo("input: " + input));
        });
    }

    @ParameterizedTest @MethodSource("records")
    void input_fields_are_the_components_of_the_record(Class<?> type, String input, boolean command) {
        GraphQLInputObjectType object = schema().getTypeAs(input);
        Map<String, Boolean> expected = new HashMap<>();
        for (RecordComponent component : type.getRecordComponents()) expected.put(component.getName(),
            required(component));
        if (command) OF_THE_ACT.forEach(name -> expected.put(name, false));
        assertThat(object.getFields().stream().collect(Collectors.toMap(GraphQLInputObjectField::getName,
            field -> GraphQLTypeUtil.isNonNull(field.getType())))).isEqualTo(expected);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> records() {
        Stream<Object[]> commands = Contract.COMMANDS.stream().map(c -> new Object[] {c, c.getSimpleName() + "Input",
            true});
        Stream<Object[]> leads = variants(Lead.class).map(c -> new Object[] {c, "Lead" + c.getSimpleName() + "Input",
            false});
        Stream<Object[]> timescales = variants(Timescale.class).map(c -> new Object[] {c, c.getSimpleName() + "Input",
            false});
        Stream<Object[]> decisions = Stream.of(Position.class, Effect.class).flatMap(t -> variants(t)
            .map(c -> new Object[] {c, t.getSimpleName() + c.getSimpleName() + "Input", false}));
        Stream<Object[]> provisos = variants(ProvisoTerms.class)
            .map(c -> new Object[] {c, "Proviso" + c.getSimpleName() + "Input", false});
        Stream<Object[]> plain = Stream.of(Rule.class, MandateScope.class, Unit.class, YearAmount.class, Investment.class, MarkedAs.class)
            .map(c -> new Object[] {c, c.getSimpleName() + "Input", false});
        Stream<Object[]> evidence = Stream.<Object[]>of(new Object[] {Evidence.class, "EvidenceInput", false});
        return Stream.of(commands, leads, timescales, decisions, provisos, plain, evidence)
            .flatMap(s -> s).map(org.junit.jupiter.params.provider.Arguments::of);
    }

    private static Stream<Class<?>> variants(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SchemaTest::variants)
            .distinct() : Stream.of(type);
    }

    private static boolean required(RecordComponent component) {
        return !component.isAnnotationPresent(NewId.class) && !component.getAnnotatedType()
            .isAnnotationPresent(Nullable.class);
    }

    @Test void the_variants_of_a_choice_are_one_of() {
        for (Class<?> type : List.of(Lead.class, Timescale.class, Position.class, Effect.class,
            ProvisoTerms.class)) {
            GraphQLInputObjectType object = schema().getTypeAs(type.getSimpleName() + "Input");
            assertThat(object.isOneOf()).isTrue();
            assertThat(object.getFields()).extracting(GraphQLInputObjectField::getName)
                .containsExactlyInAnyOrderElementsOf(variants(type)
                    .map(v -> java.beans.Introspector.decapitalize(v.getSimpleName())).toList());
        }
    }

    @Test void every_enum_of_an_input_has_the_values_of_the_contract() {
        for (Class<?> type : List.of(org.concordat.api.planitem.PlanArea.class,
            org.concordat.api.planitem.OdComponent.class,
            org.concordat.api.partnership.SevenS.class, org.concordat.api.partnership.Held.class,
            org.concordat.api.partnership.Level.class, org.concordat.api.partnership.AppointmentKind.class,
            org.concordat.api.decision.DecisionClass.class, org.concordat.api.decision.Threshold.class,
            org.concordat.api.document.DocumentKind.class, CommitmentKind.class, Form.class, Spend.class)) {
            assertThat(values(type.getSimpleName())).containsExactlyElementsOf(
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        }
    }

    @Test void every_code_is_in_the_schema_and_no_other() {
        Stream<String> rejections = Contract.REJECTIONS.stream().map(Rejection::codeOf);
        Stream<String> own = Arrays.stream(ApiCode.values()).map(Enum::name);
        assertThat(values("ErrorCode")).containsExactlyInAnyOrderElementsOf(Stream.concat(rejections, own).toList());
    }

    private List<String> values(String type) {
        return ((GraphQLEnumType) schema().getType(type)).getValues().stream()
            .map(GraphQLEnumValueDefinition::getName).toList();
    }

    @Test void everything_is_described() {
        List<String> silent = schema().getAllElementsAsList().stream()
            .filter(e -> !e.getName().startsWith("__") && !e.getName().startsWith("Test"))
            .filter(SchemaTest::ours).flatMap(SchemaTest::silent).toList();
        assertThat(silent).isEmpty();
    }

    private static boolean ours(GraphQLNamedSchemaElement type) {
        return !(type instanceof graphql.schema.GraphQLDirective)
            && !(type instanceof graphql.schema.GraphQLScalarType);
    }

    private static Stream<String> silent(GraphQLNamedSchemaElement element) {
        Stream<String> below = element.getChildren().stream()
            .filter(child -> child instanceof GraphQLFieldDefinition || child instanceof GraphQLInputObjectField
                || child instanceof GraphQLEnumValueDefinition || child instanceof graphql.schema.GraphQLArgument)
            .map(GraphQLNamedSchemaElement.class::cast).filter(child -> !child.getName().startsWith("test"))
            .flatMap(SchemaTest::silent).map(name -> element.getName() + "." + name);
        String description = element.getDescription();
        return description == null || description.isBlank() ? Stream.concat(Stream.of(element.getName()),
            below) : below;
    }
}
