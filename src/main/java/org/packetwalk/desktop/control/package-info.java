/**
 * Controls that more than one panel uses: sentences, layer chips, the command field, the mark of the program. They hold no words of
 * their own and know no session.
 *
 * <p>Layer 14, inside {@code desktop}: used by the panels, knows {@code model} only.
 */
@NullMarked
package org.packetwalk.desktop.control;

import org.jspecify.annotations.NullMarked;
