package org.concordat.standalone;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What no answer may be, and how many were what. */
final class FuzzVerdict {

    private static final Pattern INSIDE = Pattern.compile("\\b(java|javax|jakarta|reactor|graphql|tools|org|com|io)\\.[a-z0-9_]+\\.[A-Za-z]"
            + "|[A-Za-z]+Exception\\b|\\bSQLSTATE\\b|(?i)\\b(select|insert into|update|delete from)\\b[^\"]{1,200}\\b(from|values|set|where)\\b");
    private static final int LONGEST = 2_500;

    final List<String> faults = new CopyOnWriteArrayList<>();
    private final Set<String> codes;
    private final Map<String, AtomicInteger> counted = new ConcurrentHashMap<>();
    private final AtomicInteger mutations = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();

    FuzzVerdict(FuzzSchema api) {
        GraphQLEnumType known = (GraphQLEnumType) api.schema().getType("ErrorCode");
        codes = known.getValues().stream().map(GraphQLEnumValueDefinition::getName).collect(Collectors.toSet());
    }

    /** Whether it was a mutation that was accepted. */
    boolean accepts(FuzzOperations.Operation operation, List<JsonNode> answers) {
        answers.forEach(answer -> look(operation, answer));
        // Its receipt is there, whatever was refused of what was read beside it.
        boolean good = !answers.isEmpty() && answers.stream().allMatch(answer -> !answer.path("data").isEmpty()
                && answer.path("data").valueStream().noneMatch(JsonNode::isNull));
        if (!operation.kind().equals("mutation")) return false;
        mutations.incrementAndGet();
        if (answers.isEmpty()) fault(operation, "no answer");
        if (good) accepted.incrementAndGet();
        return good;
    }

    private void look(FuzzOperations.Operation operation, JsonNode answer) {
        if (!answer.has("data") && answer.path("errors").isEmpty()) fault(operation, "neither data nor errors: " + answer);
        for (JsonNode error : answer.path("errors")) {
            String code = error.at("/extensions/code").asString("none");
            counted.computeIfAbsent(code, c -> new AtomicInteger()).incrementAndGet();
            String told = error.path("message").asString() + " " + error.path("extensions");
            if (!codes.contains(code) || code.equals("INTERNAL")) fault(operation, code + ": " + told);
            if (INSIDE.matcher(told).find() || told.length() > LONGEST) fault(operation, "tells too much: " + told);
        }
    }

    void fault(FuzzOperations.@Nullable Operation operation, String what) {
        String sent = operation == null ? "" : operation.person() + ": " + shortened(operation.text()) + " "
                + shortened(Deployment.JSON.writeValueAsString(operation.variables()));
        if (faults.size() < 40) faults.add(what.substring(0, Math.min(600, what.length())) + "\n    " + sent);
    }

    private static String shortened(String text) {
        return text.length() > 1_500 ? text.substring(0, 1_500) + "…" : text;
    }

    double acceptedShare() {
        return mutations.get() == 0 ? 0 : (double) accepted.get() / mutations.get();
    }

    @Override public String toString() {
        return accepted + " of " + mutations + " mutations accepted; refused by code: " + new TreeMap<>(counted);
    }
}
