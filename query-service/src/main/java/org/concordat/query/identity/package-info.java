@NullMarked
package org.concordat.query.identity;

import org.jspecify.annotations.NullMarked;
