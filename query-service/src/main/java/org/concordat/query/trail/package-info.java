@NullMarked
package org.concordat.query.trail;

import org.jspecify.annotations.NullMarked;
