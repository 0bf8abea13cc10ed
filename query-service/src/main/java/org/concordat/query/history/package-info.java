@NullMarked
package org.concordat.query.history;

import org.jspecify.annotations.NullMarked;
