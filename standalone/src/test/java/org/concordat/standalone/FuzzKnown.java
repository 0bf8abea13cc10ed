package org.concordat.standalone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What answers told so far: ids by their kind, cursors and hashes, to ask with again. */
final class FuzzKnown {

    private static final int MOST = 400;
    private static final Pattern ID = Pattern.compile("([a-z]+)-[a-z0-9-]{1,60}(\\.[A-Za-z0-9_-]{1,64}){0,2}(@[0-9]+)?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Set<String> kinds;
    private final Map<String, List<String>> ids = new TreeMap<>();
    private final List<String> cursors = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();
    private final Random random;

    FuzzKnown(Set<String> kinds, Random random) {
        this.kinds = kinds;
        this.random = random;
    }

    void learn(JsonNode answer) {
        if (answer.isString()) text(answer.asString());
        else answer.valueStream().forEach(this::learn);
    }

    private void text(String text) {
        if (text.length() > 250) return;
        Matcher id = ID.matcher(text);
        if (id.matches() && kinds.contains(id.group(1))) keep(ids.computeIfAbsent(id.group(1), k -> new ArrayList<>()), text);
        else if (HASH.matcher(text).matches()) keep(hashes, text);
        else if (cursor(text)) keep(cursors, text);
    }

    private static boolean cursor(String text) {
        if (!text.matches("[A-Za-z0-9_-]{4,100}")) return false;
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).matches("[a-z]:[!-~]+");
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private void keep(List<String> kept, String text) {
        if (kept.contains(text)) return;
        if (kept.size() < MOST) kept.add(text);
        else kept.set(random.nextInt(MOST), text);
    }

    /** Of one partnership where one of that kind is known; null where none of the kind is. */
    @Nullable String id(String kind, String partnership) {
        List<String> all = ids.getOrDefault(kind, List.of());
        for (int tries = 0; tries < 6 && !all.isEmpty(); tries++) {
            String id = all.get(random.nextInt(all.size()));
            if (id.contains("-" + partnership + ".") || id.equals("partnership-" + partnership)) return id;
        }
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    @Nullable String anyId() {
        List<String> known = List.copyOf(ids.keySet());
        return known.isEmpty() ? null : id(known.get(random.nextInt(known.size())), "mash");
    }

    String cursor() {
        return one(cursors, "ZToxNw");
    }

    String hash() {
        return one(hashes, "0".repeat(64));
    }

    int size() {
        return ids.values().stream().mapToInt(List::size).sum();
    }

    private String one(List<String> all, String otherwise) {
        return all.isEmpty() ? otherwise : all.get(random.nextInt(all.size()));
    }
}
