package org.concordat.query.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.concordat.query.identity.ErrorBody;
import org.concordat.wiring.UnreadableRecord;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What needs a damaged row is not answered in part: by whichever door it was asked, the code is the one commands get. */
@RestControllerAdvice
class UnreadableAnswer {

    static final String CODE = "UNREADABLE_HISTORY";

    static String sentence(UnreadableRecord unreadable) {
        return "The answer needs something on record that cannot be read: " + unreadable.what()
                + ". Nothing of it is shown. Asking again does not help: tell the operator of this Concordat.";
    }

    @ExceptionHandler void unreadable(UnreadableRecord unreadable, HttpServletResponse response) throws IOException {
        ErrorBody.write(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, CODE, sentence(unreadable));
    }
}
