@NullMarked
package org.concordat.api.partnership;

import org.jspecify.annotations.NullMarked;
