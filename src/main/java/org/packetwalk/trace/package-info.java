/**
 * What happened, as data: one event for each thing the kernel did with a packet, with the chain of kernel functions that led there. It holds no sentence for people.
 *
 * <p>Layer 4: may use {@code net}, {@code packet}, {@code kernel} and {@code kernel.*}.
 */
@NullMarked
package org.packetwalk.trace;

import org.jspecify.annotations.NullMarked;
