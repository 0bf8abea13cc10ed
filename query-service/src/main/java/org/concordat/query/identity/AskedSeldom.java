package org.concordat.query.identity;

import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * The issuer is asked again when a token names a key that is not known, which anybody can write into one. So it is asked ten times at once
 * and then every six seconds at most; whoever needs a new key meanwhile is told to try again, and one answer serves all.
 */
class AskedSeldom implements ClientHttpRequestInterceptor {

    private final Bucket asks = Bucket.builder().addLimit(limit -> limit.capacity(10).refillGreedy(10, Duration.ofMinutes(1))).build();

    @Override public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
        if (!asks.tryConsume(1)) throw new IOException("the issuer was asked as often as may be");
        return execution.execute(request, body);
    }
}
