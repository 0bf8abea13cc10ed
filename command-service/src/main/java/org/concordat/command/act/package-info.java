@NullMarked
package org.concordat.command.act;

import org.jspecify.annotations.NullMarked;
