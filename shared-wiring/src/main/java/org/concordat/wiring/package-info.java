@NullMarked
package org.concordat.wiring;

import org.jspecify.annotations.NullMarked;
