/**
 * A walk as text for a terminal. It decides nothing and words nothing: the sentences come from {@code narrate}.
 *
 * <p>Layer 13: may use layers 0 to 9, {@code narrate}, {@code diagram} and {@code export.contract}.
 */
@NullMarked
package org.packetwalk.export.text;

import org.jspecify.annotations.NullMarked;
