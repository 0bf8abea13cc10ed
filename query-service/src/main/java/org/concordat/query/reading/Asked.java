package org.concordat.query.reading;

import graphql.language.Field;
import graphql.schema.DataFetchingEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.query.api.Asking;
import org.concordat.query.moment.Moment;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an auditor asks is recorded once for each partnership it touches, when it first does. */
@Component
class Asked {

    private static final int LONGEST_NAME = 100;

    /** The operation as it came, and the partnerships it was recorded for. */
    private record Operation(String text, @Nullable String name, Set<String> recorded) {
        synchronized boolean first(String id) {
            return recorded.add(id);
        }
    }

    private final Readers readers;
    private final Trail trail;

    Asked(Readers readers, Trail trail) {
        this.readers = readers;
        this.trail = trail;
    }

    void touches(PartnershipView now, DataFetchingEnvironment env) {
        String person = Readers.person();
        if (!readers.audits(now, person)) return;
        Operation operation = operation(env);
        if (!operation.first(now.id().value())) return;
        trail.question(new PersonId(person), now.id(), named(operation, env), fields(env),
                Hash.of(operation.text().getBytes(StandardCharsets.UTF_8)));
    }

    /** Where they stand who read these things; the restricted ones are recorded first, once an operation, or not shown. */
    PartnershipAt reading(PartnershipView now, Moment moment, Collection<String> things, DataFetchingEnvironment env) {
        String person = Readers.person();
        Set<String> restricted = readers.restricted(now, person, things);
        for (String thing : restricted) if (operation(env).first(thing)) trail.read(new PersonId(person), thing);
        return new PartnershipAt(readers.shown(now, moment, restricted), moment);
    }

    private static Operation operation(DataFetchingEnvironment env) {
        return Objects.requireNonNull(env.getGraphQlContext().<Operation>computeIfAbsent(Operation.class, _ -> {
            Asking asking = Objects.requireNonNull(env.getGraphQlContext().<Asking>get(Asking.class));
            return new Operation(asking.text(), asking.name(), new HashSet<>());
        }));
    }

    private static @Nullable String named(Operation operation, DataFetchingEnvironment env) {
        String name = operation.name() == null ? env.getOperationDefinition().getName() : operation.name();
        return name == null || name.length() > LONGEST_NAME ? null : name;
    }

    /** Those at the root, each once, whatever they were called in the answer. */
    private static SortedSet<String> fields(DataFetchingEnvironment env) {
        SortedSet<String> fields = new TreeSet<>();
        env.getOperationDefinition().getSelectionSet().getSelectionsOfType(Field.class).forEach(f -> fields.add(f.getName()));
        fields.add(env.getField().getName());
        return fields;
    }
}
