@NullMarked
package org.concordat.query.moment;

import org.jspecify.annotations.NullMarked;
