@NullMarked
package org.concordat.query.api;

import org.jspecify.annotations.NullMarked;
