/**
 * The route lookup, in full on the canvas and narrow in the inspector, and questions that are only typed. It lays out nothing.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.lookup;

import org.jspecify.annotations.NullMarked;
