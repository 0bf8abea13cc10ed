package org.concordat.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An event whose words may be disposed of: no rule reads them, nothing is known by them, and no partner signed up to them.
 * Where it is missing, the payload stays.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Disposable {}
