/**
 * What the window remembers from one start to the next: language, colours and size, how far a learner is,
 * the notes, the lab that is being edited. It knows nothing of what a trace holds.
 *
 * <p>Layer 14, inside {@code desktop}: knows no panel.
 */
@NullMarked
package org.packetwalk.desktop.preferences;

import org.jspecify.annotations.NullMarked;
