/**
 * A real host as a lab: what it told about itself is pasted, read from a file or asked of this computer, and what is not understood
 * is shown by line.
 *
 * <p>Layer 14: may use layers 0 to 13, of the desktop {@code model} and the panels' shared parts.
 */
@NullMarked
package org.packetwalk.desktop.importing;

import org.jspecify.annotations.NullMarked;
