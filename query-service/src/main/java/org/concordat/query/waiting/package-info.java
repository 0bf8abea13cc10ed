@NullMarked
package org.concordat.query.waiting;

import org.jspecify.annotations.NullMarked;
