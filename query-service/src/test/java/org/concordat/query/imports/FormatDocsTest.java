package org.concordat.query.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.Held;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.SevenS;
import org.concordat.api.planitem.OdComponent;
import org.concordat.api.planitem.PlanArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormatDocsTest {

    private final JsonNode schema = JsonMapper.builder().build().readTree(Files.read("docs/plan-import.schema.json"));

    @ParameterizedTest
    @EnumSource(Shape.class)
    void the_schema_and_the_reader_have_the_same_fields(Shape shape) {
        JsonNode object = shape == Shape.PLAN ? schema : schema.get("$defs").get(camelCase(shape.name()));
        assertThat(object.get("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(shape.fields());
        assertThat(object.get("required")).extracting(JsonNode::asString)
            .containsExactlyInAnyOrderElementsOf(shape.required());
        assertThat(object.get("additionalProperties").asBoolean(true)).isFalse();
    }

    @Test void the_schema_has_no_shape_beside_the_readers_and_describes_every_field() {
        assertThat(schema.get("$defs").size()).isEqualTo(Shape.values().length - 1);
        List<JsonNode> objects = new ArrayList<>(schema.get("$defs").values());
        objects.add(schema);
        for (JsonNode object : objects) {
            object.get("properties").properties().forEach(field -> {
                JsonNode to = field.getValue().has("$ref") ? schema.at(field.getValue().get("$ref").asString()
                    .substring(1))
                    : field.getValue();
                assertThat(to.has("description") || field.getValue().has("description")).as(field.getKey()).isTrue();
            });
        }
    }

    @Test void the_schema_lists_the_contracts_words() {
        Map<String, Class<? extends Enum<?>>> words = Map.of("/$defs/item/properties/area", PlanArea.class,
            "/$defs/item/properties/component", OdComponent.class, "/$defs/item/properties/lens", SevenS.class,
            "/$defs/finding/properties/lens", SevenS.class, "/$defs/finding/properties/held", Held.class,
            "/$defs/board/properties/level", Level.class, "/$defs/appointment/properties/kind", AppointmentKind.class);
        words.forEach((path, type) -> assertThat(schema.at(path).get("enum")).extracting(JsonNode::asString)
            .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(type.getEnumConstants()).map(Enum::name)
                .toList()));
    }

    @Test void every_code_is_explained_and_no_other() {
        String page = new String(Files.read("docs/import-format.md"), UTF_8);
        Set<String> explained = new HashSet<>();
        Matcher rows = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\|").matcher(page);
        while (rows.find()) explained.add(rows.group(1));
        Set<String> codes = new HashSet<>();
        for (ProblemCode code : ProblemCode.values()) codes.add(code.name());
        for (Difference.What what : Difference.What.values()) codes.add(what.name());
        assertThat(explained).isEqualTo(codes);
    }

    @Test void the_plan_on_the_page_is_valid() {
        String page = new String(Files.read("docs/import-format.md"), UTF_8);
        Matcher yaml = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(page);
        assertThat(yaml.find()).isTrue();
        assertThat(Files.problems(yaml.group(1))).isEmpty();
    }

    private static String camelCase(String name) {
        return Pattern.compile("_(.)").matcher(name.toLowerCase(Locale.ROOT)).replaceAll(m -> m.group(1)
            .toUpperCase(Locale.ROOT));
    }
}
