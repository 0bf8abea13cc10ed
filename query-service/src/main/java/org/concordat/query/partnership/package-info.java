@NullMarked
package org.concordat.query.partnership;

import org.jspecify.annotations.NullMarked;
