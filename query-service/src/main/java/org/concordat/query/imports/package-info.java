/** The import of a plan from a file: read whole, then applied by ordinary commands; never amending. */
@NullMarked
package org.concordat.query.imports;

import org.jspecify.annotations.NullMarked;
