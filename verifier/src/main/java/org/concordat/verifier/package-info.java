/** The command line that judges packs, logs and checkpoints, and cosigns them. Needs a JDK and nothing else. */
@NullMarked
package org.concordat.verifier;

import org.jspecify.annotations.NullMarked;
