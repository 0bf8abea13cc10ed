@NullMarked
package org.concordat.query.ledger;

import org.jspecify.annotations.NullMarked;
