@NullMarked
package org.concordat.query.commitment;

import org.jspecify.annotations.NullMarked;
