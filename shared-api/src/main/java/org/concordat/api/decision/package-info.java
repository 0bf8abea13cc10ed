@NullMarked
package org.concordat.api.decision;

import org.jspecify.annotations.NullMarked;
