/**
 * What the pictures look like, as data: the layout of the opened hosts and of the topology, as shapes with semantic colours. It draws nothing, measures no fonts and holds no sentence for people.
 *
 * <p>Layer 12: may use layers 0 to 7 and {@code narrate}.
 */
@NullMarked
package org.packetwalk.diagram;

import org.jspecify.annotations.NullMarked;
