/**
 * The packets of a trace as a capture file: what a capture on every device of every host would hold, each packet with the
 * sentence of its step as comment.
 *
 * <p>Layer 13: may use layers 0 to 9, 11, 12 and {@code export.contract}.
 */
@NullMarked
package org.packetwalk.export.pcapng;

import org.jspecify.annotations.NullMarked;
