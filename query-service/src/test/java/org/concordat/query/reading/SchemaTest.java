package org.concordat.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AbstractDescribedNode;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.SDLDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.concordat.query.ledger.ListLedger;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.execution.SchemaReport;

class SchemaTest {

    @Test void every_field_of_these_types_has_something_behind_it_and_no_type_is_skipped() {
        AtomicReference<SchemaReport> seen = new AtomicReference<>();
        Reading.source(new ListLedger(), Instant.EPOCH, seen::set).schema();
        SchemaReport report = seen.get();
        assertThat(report.unmappedFields()).isEmpty();
        assertThat(report.unmappedRegistrations()).isEmpty();
        assertThat(report.unmappedArguments()).isEmpty();
        // The connection types are graphql-java's own, whose annotations say less than they keep.
        assertThat(report.fieldNullnessErrors().keySet())
            .filteredOn(field -> !field.getTypeName().matches(".*(Connection|Edge)")).isEmpty();
        assertThat(report.skippedTypes()).isEmpty();
    }

    @Test void everything_in_the_schema_is_described() throws IOException {
        List<String> bare = new ArrayList<>();
        int looked = 0;
        for (Resource file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:graphql/**/*.graphqls")) {
            Document document = Parser.parse(file.getContentAsString(StandardCharsets.UTF_8));
            for (SDLDefinition<?> definition : document.getDefinitionsOfType(SDLDefinition.class)) {
                looked++;
                walk(definition, bare);
            }
        }
        assertThat(looked).isGreaterThan(50);
        assertThat(bare).isEmpty();
    }

    private static void walk(SDLDefinition<?> definition, List<String> bare) {
        String in = ((graphql.language.NamedNode<?>) definition).getName();
        if (!(definition instanceof ObjectTypeExtensionDefinition)) describe(definition, in, bare);
        switch (definition) {
            case ObjectTypeDefinition type -> fields(type.getFieldDefinitions(), in, bare);
            case InterfaceTypeDefinition type -> fields(type.getFieldDefinitions(), in, bare);
            case InputObjectTypeDefinition type -> type.getInputValueDefinitions()
                    .forEach(field -> describe(field, in + "." + field.getName(), bare));
            case EnumTypeDefinition type -> type.getEnumValueDefinitions()
                    .forEach(value -> describe(value, in + "." + value.getName(), bare));
            default -> { }
        }
    }

    private static void fields(List<FieldDefinition> fields, String in, List<String> bare) {
        fields.forEach(field -> {
            describe(field, in + "." + field.getName(), bare);
            field.getInputValueDefinitions().forEach(argument ->
                    describe(argument, in + "." + field.getName() + "(" + argument.getName() + ")", bare));
        });
    }

    private static void describe(Object node, String path, List<String> bare) {
        if (node instanceof AbstractDescribedNode<?> described
                && (described.getDescription() == null || described.getDescription().getContent().isBlank())) {
            bare.add(path);
        }
    }
}
