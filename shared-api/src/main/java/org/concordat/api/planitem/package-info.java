@NullMarked
package org.concordat.api.planitem;

import org.jspecify.annotations.NullMarked;
