@NullMarked
package org.concordat.query.directory;

import org.jspecify.annotations.NullMarked;
