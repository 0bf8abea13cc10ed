@NullMarked
package org.concordat.api.document;

import org.jspecify.annotations.NullMarked;
