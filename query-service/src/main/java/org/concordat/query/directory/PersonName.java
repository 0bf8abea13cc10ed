package org.concordat.query.directory;

import org.concordat.api.CommonRejection.Malformed;
import org.concordat.query.api.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code {"name": "…"}} and nothing else; a refusal never repeats what it refuses. */
final class PersonName {

    static final int LARGEST = 4_096;
    private static final int LONGEST = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PersonName() {}

    static String in(byte[] body) {
        JsonNode name = body.length > LARGEST ? JSON.missingNode() : read(body);
        if (!name.isString()) throw malformed("is one string, and the only field of the body: {\"name\": \"…\"}");
        String value = name.asString().strip();
        if (value.isEmpty() || value.length() > LONGEST) throw malformed("has 1 to " + LONGEST + " characters");
        if (value.codePoints().anyMatch(PersonName::unprintable)) throw malformed("stands on one line, without control characters");
        return value;
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode whole = JSON.readTree(body);
            return whole.isObject() && whole.size() == 1 ? whole.path("name") : JSON.missingNode();
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }

    private static boolean unprintable(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.LINE_SEPARATOR || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    private static Refused malformed(String problem) {
        return new Refused(new Malformed("name", problem));
    }
}
