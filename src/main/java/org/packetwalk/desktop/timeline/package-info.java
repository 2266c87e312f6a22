/**
 * The time bar: where in the walk the learner is, and how to move there. It moves nothing but the position.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.timeline;

import org.jspecify.annotations.NullMarked;
