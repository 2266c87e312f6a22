/**
 * What the window remembers from one start to the next: language, colours and size. It keeps nothing of labs and traces.
 *
 * <p>Layer 14, inside {@code desktop}: knows no panel.
 */
@NullMarked
package org.packetwalk.desktop.preferences;

import org.jspecify.annotations.NullMarked;
