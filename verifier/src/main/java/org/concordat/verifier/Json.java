package org.concordat.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A strict reader (RFC 8259): no name twice, nothing after the end, not deeper than {@value #DEEPEST}. Strings, lists and
 * maps as such; numbers, true, false and null as {@link Word}, since nothing that is proven is one.
 */
final class Json {

    /** A number, true, false or null, as it was written. */
    record Word(String written) {}

    static final int DEEPEST = 32;
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException with the reason, where it is not JSON */
    static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        json.space();
        if (json.at < text.length()) throw json.wrong("something follows the end");
        return value;
    }

    /** @throws IllegalArgumentException where it is no object */
    @SuppressWarnings("unchecked") static Map<String, Object> object(String text) {
        if (read(text) instanceof Map<?, ?> map) return (Map<String, Object>) map;
        throw new IllegalArgumentException("it is not a JSON object");
    }

    /** @throws IllegalArgumentException where the bytes are not UTF-8 */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("it is not UTF-8", e);
        }
    }

    private Object value(int depth) {
        space();
        if (depth > DEEPEST) throw wrong("it is nested deeper than " + DEEPEST);
        return switch (peek()) {
            case '"' -> string();
            case '{' -> members(depth);
            case '[' -> elements(depth);
            default -> word();
        };
    }

    private Map<String, Object> members(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return members;
        }
        do {
            space();
            String name = string();
            space();
            take(':');
            if (members.put(name, value(depth + 1)) != null) throw wrong("the name " + Shown.of(name) + " stands twice");
            space();
        } while (more('}'));
        return members;
    }

    private List<Object> elements(int depth) {
        List<Object> elements = new ArrayList<>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return elements;
        }
        do {
            elements.add(value(depth + 1));
            space();
        } while (more(']'));
        return elements;
    }

    private boolean more(char end) {
        if (peek() == ',') {
            at++;
            return true;
        }
        take(end);
        return false;
    }

    private String string() {
        take('"');
        int from = at;
        while (plain(peek())) at++;
        if (text.charAt(at) == '"') return text.substring(from, at++);
        StringBuilder out = new StringBuilder(text.substring(from, at));
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') throw wrong("a control character stands in a string");
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    static boolean plain(char c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    private char escaped() {
        char c = peek();
        at++;
        if (c == 'u') {
            if (at + 4 > text.length()) throw wrong("it ends in the middle");
            int code = 0;
            for (int end = at + 4; at < end; at++) {
                int digit = text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
                if (digit < 0) throw wrong("an escape has four hex digits");
                code = code * 16 + digit;
            }
            return (char) code;
        }
        int which = ESCAPED.indexOf(c);
        if (which < 0) throw wrong("there is no such escape");
        return MEANT.charAt(which);
    }

    private Word word() {
        int from = at;
        while (at < text.length() && "+-.".indexOf(text.charAt(at)) >= 0
                || at < text.length() && text.charAt(at) < 128 && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at);
        boolean known = word.length() < 1_000 && word.matches("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
        if (!known) throw wrong("a value was expected");
        return new Word(word);
    }

    private void space() {
        while (at < text.length() && text.charAt(at) <= ' ' && " \t\n\r".indexOf(text.charAt(at)) >= 0) at++;
    }

    private char peek() {
        if (at >= text.length()) throw wrong("it ends in the middle");
        return text.charAt(at);
    }

    private void take(char expected) {
        if (peek() != expected) throw wrong(expected + " was expected");
        at++;
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("it is not JSON at character " + (at + 1) + ": " + why);
    }
}
