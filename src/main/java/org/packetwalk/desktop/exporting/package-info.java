/**
 * Saving and opening traces, and pictures of steps: the menu, the questions for a file, and what is said about the outcome. It
 * writes no format itself.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.exporting;

import org.jspecify.annotations.NullMarked;
