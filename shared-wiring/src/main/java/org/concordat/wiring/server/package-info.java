/** What both services need to run as processes of their own over Axon Server; the standalone loads none of it. */
@NullMarked
package org.concordat.wiring.server;

import org.jspecify.annotations.NullMarked;
