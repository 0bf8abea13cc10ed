/** How much one person may have under way, and how much over time; nothing here knows what is asked. */
@NullMarked
package org.concordat.query.limits;

import org.jspecify.annotations.NullMarked;
