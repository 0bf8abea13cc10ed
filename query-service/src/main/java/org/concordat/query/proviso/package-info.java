@NullMarked
package org.concordat.query.proviso;

import org.jspecify.annotations.NullMarked;
