@NullMarked
package org.concordat.api;

import org.jspecify.annotations.NullMarked;
