@NullMarked
package org.concordat.query.decision;

import org.jspecify.annotations.NullMarked;
