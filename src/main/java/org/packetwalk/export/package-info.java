/**
 * The list of export formats, nothing else. What writes a format is in the package of that format.
 *
 * <p>Layer 13: may use layers 0 to 9, 11 and 12, and all packages below {@code export}.
 */
@NullMarked
package org.packetwalk.export;

import org.jspecify.annotations.NullMarked;
