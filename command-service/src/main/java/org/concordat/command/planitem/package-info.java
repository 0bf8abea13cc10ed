@NullMarked
package org.concordat.command.planitem;

import org.jspecify.annotations.NullMarked;
