/** What each process makes sure of before anything else. */
@NullMarked
package org.concordat.wiring.start;

import org.jspecify.annotations.NullMarked;
