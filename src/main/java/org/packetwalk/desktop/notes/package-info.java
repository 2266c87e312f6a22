/**
 * The steps somebody has kept, side by side, with notes. It keeps no walk: a pin leads back to its step while its walk is in
 * view.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.notes;

import org.jspecify.annotations.NullMarked;
