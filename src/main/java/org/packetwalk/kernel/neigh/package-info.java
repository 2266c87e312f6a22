/**
 * The neighbour table: entries, their states and the packets that wait. It sends nothing.
 *
 * <p>Layer 3: may use {@code net}, {@code packet} and {@code kernel}.
 */
@NullMarked
package org.packetwalk.kernel.neigh;

import org.jspecify.annotations.NullMarked;
