/**
 * A saved trace as a file: written and read back, decisions included. It refuses a file that is not one, and says where.
 *
 * <p>Layer 13: may use layers 0 to 9, {@code narrate}, {@code diagram} and {@code export.contract}; gson is allowed here.
 */
@NullMarked
package org.packetwalk.export.json;

import org.jspecify.annotations.NullMarked;
