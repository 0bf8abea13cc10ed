package org.concordat.standalone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The schema as a client is told it, by introspection. */
record SchemaSeen(String query, Map<String, Type> types) {

    private static final String ASKED = """
            { __schema { queryType { name } types { kind name isOneOf possibleTypes { name } enumValues { name }
                fields { name args { name type { ...T } } type { ...T } } inputFields { name defaultValue type { ...T } } } } }
            fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }""";

    /** @param of what a list or a "not null" is of; null for a named type */
    record Ref(String kind, String name, Ref of) {

        boolean required() {
            return kind.equals("NON_NULL");
        }

        boolean list() {
            return kind.equals("LIST") || of != null && of.list();
        }

        String named() {
            return of == null ? name : of.named();
        }
    }

    /** A field, an argument or a field of an input. */
    record Member(String name, Ref type, List<Member> arguments, boolean hasDefault) {

        boolean needed() {
            return type.required() && !hasDefault;
        }

        Member argument(String wanted) {
            return arguments.stream().filter(a -> a.name.equals(wanted)).findFirst().orElse(null);
        }
    }

    /** @param members the fields of an object or an input */
    record Type(String name, String kind, boolean oneOf, List<Member> members, List<String> possible, List<String> values) {

        boolean leaf() {
            return kind.equals("SCALAR") || kind.equals("ENUM");
        }

        boolean isAbstract() {
            return kind.equals("UNION") || kind.equals("INTERFACE");
        }
    }

    static SchemaSeen by(Deployment client, String person) {
        JsonNode schema = client.ask(person, ASKED).at("/data/__schema");
        Map<String, Type> types = new HashMap<>();
        for (JsonNode type : schema.path("types")) types.put(type.path("name").asString(), type(type));
        return new SchemaSeen(schema.at("/queryType/name").asString(), types);
    }

    Type type(String name) {
        return types.get(name);
    }

    Type of(Member member) {
        return types.get(member.type().named());
    }

    private static Type type(JsonNode type) {
        List<Member> members = members(type.path(type.path("fields").isArray() ? "fields" : "inputFields"));
        return new Type(type.path("name").asString(), type.path("kind").asString(), type.path("isOneOf").asBoolean(false),
                members, names(type.path("possibleTypes")), names(type.path("enumValues")));
    }

    private static List<String> names(JsonNode named) {
        return named.valueStream().map(one -> one.path("name").asString()).toList();
    }

    private static List<Member> members(JsonNode said) {
        List<Member> members = new ArrayList<>();
        for (JsonNode one : said) {
            members.add(new Member(one.path("name").asString(), ref(one.path("type")), members(one.path("args")),
                    one.path("defaultValue").isString()));
        }
        return members;
    }

    private static Ref ref(JsonNode type) {
        JsonNode of = type.path("ofType");
        return new Ref(type.path("kind").asString(), type.path("name").asString(""), of.isObject() ? ref(of) : null);
    }
}
