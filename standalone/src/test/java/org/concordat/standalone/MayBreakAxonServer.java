package org.concordat.standalone;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What kills or freezes Axon Server itself runs only where the tests may start it. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(named = "AXON_SERVER_START", matches = ".+", disabledReason =
        "NOT RUN: breaking Axon Server needs the command that starts it, AXON_SERVER_START (docs/operations.md)")
@interface MayBreakAxonServer {}
