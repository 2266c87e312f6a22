/**
 * Drawings as SVG: one file that refers to nothing outside itself, its texts as text.
 *
 * <p>Layer 13: may use layers 0 to 9, 11, 12 and {@code export.contract}.
 */
@NullMarked
package org.packetwalk.export.svg;

import org.jspecify.annotations.NullMarked;
