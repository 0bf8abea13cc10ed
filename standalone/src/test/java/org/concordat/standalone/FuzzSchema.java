package org.concordat.standalone;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The API's own schema, as it is served, and the kinds of ids that it speaks of. */
record FuzzSchema(GraphQLSchema schema, Set<String> kinds) {

    private static final Pattern EXAMPLE = Pattern.compile("e\\.g\\. ([a-z]+)-");

    static FuzzSchema read() throws IOException {
        TypeDefinitionRegistry all = new TypeDefinitionRegistry();
        Set<String> kinds = new TreeSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:graphql/**/*.graphqls")) {
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            all.merge(new SchemaParser().parse(text));
            Matcher example = EXAMPLE.matcher(text);
            while (example.find()) kinds.add(example.group(1));
        }
        return new FuzzSchema(UnExecutableSchemaGenerator.makeUnExecutableSchema(all), kinds);
    }
}
