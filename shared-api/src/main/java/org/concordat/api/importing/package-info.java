@NullMarked
package org.concordat.api.importing;

import org.jspecify.annotations.NullMarked;
