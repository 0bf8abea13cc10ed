package org.concordat.query.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.concordat.query.identity.ErrorBody;
import org.concordat.query.identity.Excerpt;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** An address takes the parameters it knows and no other: one that is misspelt would otherwise ask for more than was meant. */
class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        String query = request.getQueryString();
        if (query == null || query.isEmpty() || request.getDispatcherType() != DispatcherType.REQUEST) return true;
        // A method that /graphql does not take is refused as that.
        if (!(handler instanceof HandlerMethod) && !"POST".equals(request.getMethod())) return true;
        String problem = problem(UriComponentsBuilder.newInstance().query(query).build().getQueryParams(), known(handler));
        if (problem == null) return true;
        ErrorBody.write(response, HttpServletResponse.SC_BAD_REQUEST, ApiCode.BAD_INPUT.name(), problem);
        return false;
    }

    /** By name: whether it may come more than once. */
    private static Map<String, Boolean> known(Object handler) {
        if (!(handler instanceof HandlerMethod method)) return Map.of();
        return Arrays.stream(method.getMethod().getParameters()).filter(p -> p.isAnnotationPresent(RequestParam.class))
                .collect(Collectors.toMap(Parameter::getName, p -> Collection.class.isAssignableFrom(p.getType()), (a, b) -> a, TreeMap::new));
    }

    private static @Nullable String problem(MultiValueMap<String, String> given, Map<String, Boolean> known) {
        for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
            String name = parameter.getKey();
            if (!known.containsKey(name)) {
                return "This address has no parameter " + Excerpt.of(name) + (known.isEmpty() ? ": it takes none."
                    : "; it takes " + String.join(", ", known.keySet()) + ".");
            }
            if (parameter.getValue().size() > 1 && !known.get(name)) return "The parameter " + name + " is given more than once.";
        }
        return null;
    }
}
