/**
 * Two walks beside each other, from difference to difference. It aligns nothing itself.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.compare;

import org.jspecify.annotations.NullMarked;
