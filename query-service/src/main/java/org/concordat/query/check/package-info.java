@NullMarked
package org.concordat.query.check;

import org.jspecify.annotations.NullMarked;
