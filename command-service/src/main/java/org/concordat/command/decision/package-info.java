@NullMarked
package org.concordat.command.decision;

import org.jspecify.annotations.NullMarked;
