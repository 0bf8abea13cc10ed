package org.concordat.query.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An error that never reached GraphQL, in the shape GraphQL gives it, so that clients need one way to read errors. */
public final class ErrorBody {

    private ErrorBody() {}

    /** @param sentence for a person; what it repeats of the request is cut */
    public static void write(HttpServletResponse response, int status, String code, String sentence)
            throws IOException {
        byte[] body = of(code, sentence).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** As JSON. */
    public static String of(String code, String sentence) {
        return "{\"errors\":[{\"message\":\"" + escaped(Excerpt.in(sentence)) + "\",\"extensions\":{\"code\":\"" + code + "\"}}]}";
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') json.append('\\').appendCodePoint(c);
            else if (c < ' ') json.append("\\u%04x".formatted(c));
            else json.appendCodePoint(c);
        });
        return json.toString();
    }
}
