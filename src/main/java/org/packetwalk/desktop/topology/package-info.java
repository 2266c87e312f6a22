/**
 * The tools of the topology: buttons for what can be built, and the strip that shows the command a gesture has composed. It
 * changes nothing itself.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.topology;

import org.jspecify.annotations.NullMarked;
