@NullMarked
package org.concordat.command;

import org.jspecify.annotations.NullMarked;
