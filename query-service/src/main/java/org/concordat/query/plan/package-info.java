@NullMarked
package org.concordat.query.plan;

import org.jspecify.annotations.NullMarked;
