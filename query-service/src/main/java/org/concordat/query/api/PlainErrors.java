package org.concordat.query.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** What failed outside GraphQL, e.g. a body that is no JSON, is answered in GraphQL's shape and with a code too. */
@Component
class PlainErrors extends DefaultErrorAttributes {

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Object status = super.getErrorAttributes(request, ErrorAttributeOptions.defaults()).get("status");
        boolean clients = status instanceof Integer code && code < 500;
        String sentence = clients ? "The request could not be read."
            : "Something went wrong here; it is not your fault.";
        ApiCode code = clients ? ApiCode.BAD_INPUT : ApiCode.INTERNAL;
        return Map.of("errors", List.of(Map.of("message", sentence, "extensions", Map.of("code", code.name()))));
    }
}
