@NullMarked
package org.concordat.command.commitment;

import org.jspecify.annotations.NullMarked;
