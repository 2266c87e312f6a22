/**
 * The simulation: the machine with its programs, stepped through virtual time, and the timeline of what happened.
 *
 * <p>Layer 7: may use layers 0 to 6.
 */
@NullMarked
package org.packetwalk.sim;

import org.jspecify.annotations.NullMarked;
