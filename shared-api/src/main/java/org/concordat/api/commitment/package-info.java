@NullMarked
package org.concordat.api.commitment;

import org.jspecify.annotations.NullMarked;
