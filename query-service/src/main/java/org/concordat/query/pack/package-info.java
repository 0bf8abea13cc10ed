@NullMarked
package org.concordat.query.pack;

import org.jspecify.annotations.NullMarked;
