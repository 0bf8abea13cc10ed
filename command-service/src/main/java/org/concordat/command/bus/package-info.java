@NullMarked
package org.concordat.command.bus;

import org.jspecify.annotations.NullMarked;
