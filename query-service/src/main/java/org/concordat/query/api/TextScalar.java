package org.concordat.query.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.function.Function;

/** A scalar written as a string of one exact form; {@code example} shows it in the refusal. */
record TextScalar<T>(Class<T> type, Function<String, T> read, Function<T, String> write, String example)
        implements Coercing<T, String> {

    @Override public String serialize(Object value, GraphQLContext context, Locale locale) {
        if (!type.isInstance(value)) throw new CoercingSerializeException("not a value of this scalar");
        return write.apply(type.cast(value));
    }

    @Override public T parseValue(Object value, GraphQLContext context, Locale locale) {
        if (value instanceof String text) {
            try {
                return read.apply(text);
            } catch (DateTimeException e) {
                throw new CoercingParseValueException(sentence(), e);
            }
        }
        throw new CoercingParseValueException(sentence());
    }

    @Override
    public T parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (literal instanceof StringValue text && text.getValue() != null) {
            try {
                return read.apply(text.getValue());
            } catch (DateTimeException e) {
                throw new CoercingParseLiteralException(sentence(), e);
            }
        }
        throw new CoercingParseLiteralException(sentence());
    }

    @Override public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
        return StringValue.of(serialize(value, context, locale));
    }

    private String sentence() {
        return "not possible here; expected a string such as \"" + example + "\", in the years 0001 to 9999";
    }
}
