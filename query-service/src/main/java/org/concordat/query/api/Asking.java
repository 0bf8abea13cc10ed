package org.concordat.query.api;

import org.jspecify.annotations.Nullable;

/**
 * An operation as it came, in the engine's context of it.
 *
 * @param name which operation of the text, where the client said so
 */
public record Asking(String text, @Nullable String name) {}
