@NullMarked
package org.concordat.query.warrant;

import org.jspecify.annotations.NullMarked;
