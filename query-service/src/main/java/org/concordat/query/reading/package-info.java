@NullMarked
package org.concordat.query.reading;

import org.jspecify.annotations.NullMarked;
