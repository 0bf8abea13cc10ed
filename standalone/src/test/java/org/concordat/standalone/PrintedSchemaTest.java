package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.execution.GraphQlSource;

/** The contract as clients read it is the one that is served; {@code -Dapprove=true} writes it anew. */
class PrintedSchemaTest {

    /** Every GraphQL server has these by itself; whether they are printed is a matter of the library's version. */
    private static final Set<String> BUILT_IN =
            Set.of("deprecated", "include", "skip", "specifiedBy", "oneOf", "defer", "experimental_disableErrorPropagation");
    private static final Path COMMITTED = Path.of("..", "docs", "schema.graphqls");

    @Test void docs_hold_the_schema_that_is_served() throws IOException {
        String served = new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeScalarTypes(true)
                .includeSchemaDefinition(false).includeDirectiveDefinitions(true)
                .includeDirectiveDefinition(name -> !BUILT_IN.contains(name)))
                .print(DemoServer.shared().bean(GraphQlSource.class).schema()).strip() + "\n";
        if (Boolean.getBoolean("approve")) Files.writeString(COMMITTED, served);
        assertThat(COMMITTED).as("written with -Dapprove=true").exists();
        assertThat(served).isEqualTo(Files.readString(COMMITTED));
    }
}
