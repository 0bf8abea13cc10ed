/** What makes the record provable to others: checkpoints, cosignatures, tiles, and the check of the record against itself. */
@NullMarked
package org.concordat.query.proving;

import org.jspecify.annotations.NullMarked;
