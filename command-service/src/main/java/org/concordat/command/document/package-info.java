@NullMarked
package org.concordat.command.document;

import org.jspecify.annotations.NullMarked;
