package org.concordat.query.api;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** One context for all tests of the front door. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = FrontTestApp.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    "concordat.demo=true",
    "concordat.limits.deadline=1500ms",
    "concordat.limits.per=10m",
    "concordat.cors.origins=https://plan.example.org",
    "concordat.operators=programme",
    "server.forward-headers-strategy=native",
    "spring.mvc.async.request-timeout=1s",
    "spring.graphql.http.sse.keep-alive=400ms",
    "spring.graphql.schema.locations=classpath*:graphql/,classpath*:front-test/"})
@interface FrontTest {}
