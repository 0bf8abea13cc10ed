package org.concordat.query.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The fields of one object; unknown, repeated and missing ones are noted on reading. */
final class Fields {

    private final Place place;
    private final Map<String, Node> values = new HashMap<>();

    private Fields(Place place) {
        this.place = place;
    }

    static Fields of(Place place, Shape shape) {
        Fields fields = new Fields(place);
        if (place.node() instanceof MappingNode mapping && mapping.getTag().equals(Tag.MAP)) {
            for (NodeTuple field : mapping.getValue()) fields.take(field, shape);
            fields.miss(shape);
        } else {
            place.wrongType("an object with the fields " + String.join(", ", shape.fields()));
        }
        return fields;
    }

    Place at(String name) {
        return new Place(values.get(name), pathOf(name), place.problems());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The one way that is chosen among {@code ways}; empty where none or several are, which is noted. */
    String chosen(List<String> ways) {
        List<String> taken = ways.stream().filter(values::containsKey).toList();
        if (taken.size() == 1) return taken.getFirst();
        if (place.node() instanceof MappingNode) {
            place.wrong(ProblemCode.NOT_ONE_OF, taken.isEmpty() ? "It is not said which kind this is."
                : "This says " + String.join(" and ", taken) + " at once.",
                "Exactly one of: " + String.join(", ", ways) + ".");
        }
        return "";
    }

    private void take(NodeTuple field, Shape shape) {
        Node key = field.getKeyNode();
        String name = key instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (!shape.fields().contains(name)) {
            place.wrongAt(key, pathOf(shortened(name)), ProblemCode.UNKNOWN_FIELD,
                Place.quoted(name) + " is no field of this.", Nearest.hint(name, shape.fields()));
        } else if (values.putIfAbsent(name, field.getValueNode()) != null) {
            place.wrongAt(key, pathOf(name), ProblemCode.DUPLICATE_KEY, Place.quoted(name) + " is given twice.",
                "Each field once.");
        }
    }

    private void miss(Shape shape) {
        for (String name : shape.required()) {
            if (!values.containsKey(name)) {
                place.wrongAt(Objects.requireNonNull(place.node()), pathOf(name),
                    ProblemCode.MISSING_FIELD, Place.quoted(name) + " is missing.",
                    "This needs " + String.join(", ", shape.required()) + ".");
            }
        }
    }

    private String pathOf(String name) {
        return place.path().isEmpty() ? name : place.path() + "." + name;
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
