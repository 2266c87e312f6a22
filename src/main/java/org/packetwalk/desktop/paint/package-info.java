/**
 * Puts drawings on the screen: shapes become nodes, what moves becomes an overlay canvas. It decides neither what is drawn nor where.
 *
 * <p>Layer 14, inside {@code desktop}: used by the panels, knows none of them.
 */
@NullMarked
package org.packetwalk.desktop.paint;

import org.jspecify.annotations.NullMarked;
