/**
 * The canvas with its head: the opened hosts, and the packet in focus. It lays out nothing.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.layers;

import org.jspecify.annotations.NullMarked;
