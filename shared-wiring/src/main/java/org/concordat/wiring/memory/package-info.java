/** What is kept in memory, how much of the heap it may take, and what happens when memory is short. */
@NullMarked
package org.concordat.wiring.memory;

import org.jspecify.annotations.NullMarked;
