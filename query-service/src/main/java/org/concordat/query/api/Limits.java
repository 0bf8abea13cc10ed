package org.concordat.query.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one request may ask for.
 *
 * @param cost     fields an answer may hold at most, by the operation's own {@code first} arguments
 * @param depth    fields below one another, introspection aside
 * @param body     bytes of a request's body
 * @param deadline time an operation may run
 */
@ConfigurationProperties("concordat.limits")
record Limits(@DefaultValue("50000") long cost, @DefaultValue("20") int depth, @DefaultValue("1048576") int body,
              @DefaultValue("10s") Duration deadline) {}
