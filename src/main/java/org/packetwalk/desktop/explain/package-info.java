/**
 * The reason of a step: one sentence, the evidence, what would have happened otherwise, and how to check it. It formats nothing itself.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.explain;

import org.jspecify.annotations.NullMarked;
