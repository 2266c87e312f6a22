/**
 * Frames as a packet socket gets them, and what {@code tcpdump} makes of them: filter expressions and lines of text. It
 * captures nothing itself.
 *
 * <p>Layer 2: may use {@code net}, {@code packet} and {@code kernel}.
 */
@NullMarked
package org.packetwalk.capture;

import org.jspecify.annotations.NullMarked;
