@NullMarked
package org.concordat.standalone.disposal;

import org.jspecify.annotations.NullMarked;
