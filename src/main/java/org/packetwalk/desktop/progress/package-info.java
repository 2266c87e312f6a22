/**
 * The strip that says what is being computed and lets it be stopped. It computes nothing.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.progress;

import org.jspecify.annotations.NullMarked;
