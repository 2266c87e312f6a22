/**
 * Makes a lab of what a real host tells about itself: the text that {@code collect-host.sh} prints, or outputs of {@code ip}
 * pasted from a terminal. Each command of the lab is tried in a world as it is made, and what the world then says is held
 * against what the host said. Nothing is dropped silently: each line that is not understood or not reached is noted.
 *
 * <p>Layer 10: may use layers 0 to 9.
 */
@NullMarked
package org.packetwalk.importing;

import org.jspecify.annotations.NullMarked;
