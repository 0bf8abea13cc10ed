@NullMarked
package org.concordat.api.proviso;

import org.jspecify.annotations.NullMarked;
