/**
 * Recordings in the format {@code kernel-lab-recording/1}: reads them, writes what a lab did in the simulator as one, and scores
 * two of them against each other. It decides nothing about packets.
 *
 * <p>Layer 13: may use layers 0 to 9, 11, 12 and {@code export.contract}; Gson.
 */
@NullMarked
package org.packetwalk.export.recording;

import org.jspecify.annotations.NullMarked;
