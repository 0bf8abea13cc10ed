package org.concordat.query.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.concordat.query.identity.ErrorBody;
import org.concordat.query.identity.HttpRefusal;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;

/** What failed outside GraphQL, e.g. a body that is no JSON, is answered in GraphQL's shape and with a code too, whatever was accepted. */
@Controller
class PlainErrors implements ErrorController {

    private final ErrorAttributes failures;

    PlainErrors(ErrorAttributes failures) {
        this.failures = failures;
    }

    @RequestMapping("/error") void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : HttpServletResponse.SC_NOT_FOUND;
        HttpRefusal refusal = failures.getError(new ServletWebRequest(request)) instanceof PlainRefusal own
            ? new HttpRefusal(ApiCode.BAD_INPUT.name(), own.sentence()) : HttpRefusal.of(status);
        ErrorBody.write(response, status, refusal.code(), refusal.sentence());
    }
}
