@NullMarked
package org.concordat.query.document;

import org.jspecify.annotations.NullMarked;
