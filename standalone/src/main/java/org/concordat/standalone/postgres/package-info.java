/** The embedded PostgreSQL: its programs, its folder, its process, and who starts it again. */
@NullMarked
package org.concordat.standalone.postgres;

import org.jspecify.annotations.NullMarked;
