/**
 * Presentation: the command, one picture, one sentence and three buttons, to be read from the back row. It says nothing that
 * the inspector does not say.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.presentation;

import org.jspecify.annotations.NullMarked;
