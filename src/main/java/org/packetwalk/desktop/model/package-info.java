/**
 * What the window shows, as values and as observable properties: the steps of a walk, the reason of a step, the packet at a step, labs and
 * recent traces. It holds no controls and decides nothing about networks: it is filled by a {@link org.packetwalk.desktop.model.WalkSource}.
 *
 * <p>Layer 14, inside {@code desktop} the first: used by every panel, knows none of them.
 */
@NullMarked
package org.packetwalk.desktop.model;

import org.jspecify.annotations.NullMarked;
