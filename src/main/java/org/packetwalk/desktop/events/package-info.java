/**
 * The event list at the bottom: every step of the walk as a row. It refuses to hide the steps that are still to come.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.events;

import org.jspecify.annotations.NullMarked;
