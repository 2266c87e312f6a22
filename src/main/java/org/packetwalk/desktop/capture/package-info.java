/**
 * The capture: the frames that devices have sent and received, as tcpdump prints them. It prints none itself.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.capture;

import org.jspecify.annotations.NullMarked;
