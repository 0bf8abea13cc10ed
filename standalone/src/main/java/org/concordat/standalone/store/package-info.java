@NullMarked
package org.concordat.standalone.store;

import org.jspecify.annotations.NullMarked;
