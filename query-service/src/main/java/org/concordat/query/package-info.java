@NullMarked
package org.concordat.query;

import org.jspecify.annotations.NullMarked;
