package org.concordat.query.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.Locale;

/** Recorded data as it is; never taken as input, where only typed fields are. */
class JsonScalar implements Coercing<Object, Object> {

    @Override public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override public Object parseValue(Object value, GraphQLContext context, Locale locale) {
        throw new CoercingParseValueException("JSON is for answers only");
    }

    @Override
    public Object parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        throw new CoercingParseLiteralException("JSON is for answers only");
    }
}
