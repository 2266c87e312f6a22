/**
 * The packet at a step: its headers with their fields, and its bytes, marked together. It decodes nothing.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.inspector;

import org.jspecify.annotations.NullMarked;
