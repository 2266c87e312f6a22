/**
 * Pictures made of pixels: paints a drawing with Java2D and writes it as PNG. It contains no layout and needs no display.
 *
 * <p>Layer 13: may use layers 0 to 9, 11, 12 and {@code export.contract}; Java2D and ImageIO.
 */
@NullMarked
package org.packetwalk.export.image;

import org.jspecify.annotations.NullMarked;
