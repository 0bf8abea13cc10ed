package org.concordat.query.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.concordat.query.identity.ErrorBody;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads a body no further than the limit, whatever its length was said to be, and lets only real UTF-8 through. */
class BodyLimit extends OncePerRequestFilter {

    private final int limit;

    BodyLimit(int limit) {
        this.limit = limit;
    }

    @Override protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            // What is left of the body is not read: the connection ends with the answer.
            response.setHeader("Connection", "close");
            ErrorBody.write(response, 413, ApiCode.TOO_LONG.name(),
                "The request is longer than " + limit + " bytes; nothing of it was read.");
        } else if (!utf8(body)) {
            ErrorBody.write(response, HttpServletResponse.SC_BAD_REQUEST, ApiCode.BAD_INPUT.name(),
                "The request is not UTF-8 text.");
        } else {
            chain.doFilter(new ReadRequest(request, body), response);
        }
    }

    private static boolean utf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
