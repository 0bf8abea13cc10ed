package org.concordat.query.imports;

/** JSON is YAML but for two details: it may be indented with tabs and may write a slash as {@code \/}. */
final class JsonText {

    private JsonText() {}

    static String asYaml(String text) {
        if (!text.stripLeading().startsWith("{")) return text;
        StringBuilder yaml = new StringBuilder(text.length());
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                if (next != '/') yaml.append(c);
                yaml.append(next);
                continue;
            }
            if (c == '"') quoted = !quoted;
            yaml.append(c == '\t' && !quoted ? ' ' : c);
        }
        return yaml.toString();
    }
}
