/**
 * What the kernel knows of network devices: kind, state, addresses, counters. It moves no packet.
 *
 * <p>Layer 3: may use {@code net}, {@code packet} and {@code kernel}.
 */
@NullMarked
package org.packetwalk.kernel.device;

import org.jspecify.annotations.NullMarked;
