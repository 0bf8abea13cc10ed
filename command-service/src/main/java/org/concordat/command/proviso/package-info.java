@NullMarked
package org.concordat.command.proviso;

import org.jspecify.annotations.NullMarked;
