package org.concordat.standalone;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The distributed part of the contract: nothing imitates Axon Server, so without one it does not run, and says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(named = "AXON_SERVER", matches = ".+:[0-9]+", disabledReason =
        "NOT RUN: the distributed part needs a real, empty Axon Server, AXON_SERVER=host:port (docs/operations.md)")
@interface OverAxonServer {}
