@NullMarked
package org.concordat.command.partnership;

import org.jspecify.annotations.NullMarked;
