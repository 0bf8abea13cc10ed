/** A copy of everything at one moment, and the way back from it. Knows where the data are only by a data source. */
@NullMarked
package org.concordat.standalone.copy;

import org.jspecify.annotations.NullMarked;
