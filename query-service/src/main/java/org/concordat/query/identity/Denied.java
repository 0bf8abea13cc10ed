package org.concordat.query.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/** A door that is not there: the same answer as for any path nobody serves. */
class Denied implements AccessDeniedHandler {

    @Override public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        ErrorBody.write(response, HttpServletResponse.SC_NOT_FOUND, "NOT_FOUND", "There is nothing at this address.");
    }
}
