/**
 * Walks as HTML pages that need nothing outside themselves: a player that steps both ways, and a handout to print.
 *
 * <p>Layer 13: may use layers 0 to 9, 11, 12, {@code export.contract} and {@code export.svg}.
 */
@NullMarked
package org.packetwalk.export.html;

import org.jspecify.annotations.NullMarked;
