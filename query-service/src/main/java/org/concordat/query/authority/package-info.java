@NullMarked
package org.concordat.query.authority;

import org.jspecify.annotations.NullMarked;
