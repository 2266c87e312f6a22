/**
 * The start screen: the command first, then the labs as questions, then the traces made before.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.labs;

import org.jspecify.annotations.NullMarked;
