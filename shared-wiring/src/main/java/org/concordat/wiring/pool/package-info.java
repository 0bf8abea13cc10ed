/** The pool of database connections: who keeps one too long, and when none comes back. */
@NullMarked
package org.concordat.wiring.pool;

import org.jspecify.annotations.NullMarked;
