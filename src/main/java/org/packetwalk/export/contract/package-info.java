/**
 * What all exports have in common: what is exported, its caption, and how its file is called. It knows none of the formats.
 *
 * <p>Layer 13: may use layers 0 to 9, 11 and 12.
 */
@NullMarked
package org.packetwalk.export.contract;

import org.jspecify.annotations.NullMarked;
