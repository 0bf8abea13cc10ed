package org.concordat.query.api;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Amounts are decimals in a string, both ways: a JSON number is a double to most of the world. */
final class Amounts {

    static final SimpleModule EXACT = new SimpleModule("exact amounts")
            .addDeserializer(BigDecimal.class, new Read()).addSerializer(BigDecimal.class, new Written());

    /** Any decimal written out. How many digits its unit has, and that it is not negative, is for the rules to say, in words. */
    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,20})?");

    private Amounts() {}

    private static final class Read extends ValueDeserializer<BigDecimal> {
        @Override public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
            String text = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
            if (FORM.matcher(text).matches()) return new BigDecimal(text);
            return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "not an exact amount");
        }
    }

    private static final class Written extends ValueSerializer<BigDecimal> {
        @Override public void serialize(BigDecimal amount, JsonGenerator json, SerializationContext context) {
            json.writeString(amount.toPlainString());
        }
    }
}
