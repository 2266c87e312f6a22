/**
 * Sockets and which of them a packet is for. It runs no protocol.
 *
 * <p>Layer 3: may use {@code net}, {@code packet} and {@code kernel}.
 */
@NullMarked
package org.packetwalk.kernel.socket;

import org.jspecify.annotations.NullMarked;
