@NullMarked
package org.concordat.standalone;

import org.jspecify.annotations.NullMarked;
