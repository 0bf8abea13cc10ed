package org.concordat.query.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An error that never reached GraphQL, in the shape GraphQL gives it, so that clients need one way to read errors. */
public final class ErrorBody {

    private ErrorBody() {}

    /** @param sentence our own words, without quotes or line ends: it is not escaped */
    public static void write(HttpServletResponse response, int status, String code, String sentence)
            throws IOException {
        byte[] body = ("{\"errors\":[{\"message\":\"" + sentence + "\",\"extensions\":{\"code\":\"" + code + "\"}}]}")
            .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
