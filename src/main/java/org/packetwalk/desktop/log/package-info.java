/**
 * The log at the bottom: which of its tabs are shown, and how high it is. What stands in them is not its business.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.log;

import org.jspecify.annotations.NullMarked;
