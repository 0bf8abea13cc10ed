@NullMarked
package org.concordat.command.automation;

import org.jspecify.annotations.NullMarked;
