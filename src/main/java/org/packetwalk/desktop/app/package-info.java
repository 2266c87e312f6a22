/**
 * The window: the application, the one place that wires everything, the frame that only places panels. It refuses behaviour of panels.
 *
 * <p>Layer 14, inside {@code desktop} the last: may use every panel.
 */
@NullMarked
package org.packetwalk.desktop.app;

import org.jspecify.annotations.NullMarked;
