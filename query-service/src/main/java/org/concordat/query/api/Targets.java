package org.concordat.query.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.concordat.api.Ids;
import org.concordat.api.planitem.ActionId;
import org.jspecify.annotations.Nullable;

/** The thing a command is sent to, and the command's own id, as far as what came can be one: no more of it is recorded. */
final class Targets {

    /** Concordat names its own acts so: a client that did would keep what falls due from happening. */
    private static final Pattern COMMAND_ID = Pattern.compile("(?!carry-out:|due:)[A-Za-z0-9._:-]{1,100}");

    private Targets() {}

    /** Its id in a command that could be read. */
    static @Nullable String of(Object command) {
        try {
            return id(component(command.getClass()).getAccessor().invoke(command));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record's component can always be read", e);
        }
    }

    /** The name of the input's field that says it. */
    static String field(Class<?> command) {
        return component(command).getName();
    }

    /** Null where it is no id of ours, whatever it is. */
    static @Nullable String id(@Nullable Object given) {
        String id = String.valueOf(given);
        try {
            String kind = id.substring(0, Math.max(0, id.indexOf('-')));
            return Ids.checked(kind, Math.toIntExact(id.chars().filter(c -> c == '.').count()), id);
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    static @Nullable String commandId(@Nullable Object given) {
        return given != null && COMMAND_ID.matcher(given.toString()).matches() ? given.toString() : null;
    }

    /** What Axon sends it by, where the command says that itself; a command on an action says the action. */
    private static RecordComponent component(Class<?> command) {
        Set<String> sentBy = types(command).flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(TargetAggregateIdentifier.class)).map(Method::getName)
                .collect(Collectors.toSet());
        return Arrays.stream(command.getRecordComponents())
                .filter(c -> sentBy.contains(c.getName()) || c.getType() == ActionId.class).findFirst()
                .orElseThrow(() -> new IllegalStateException(command + " does not say what it is sent to"));
    }

    private static Stream<Class<?>> types(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()).flatMap(Targets::types));
    }
}
