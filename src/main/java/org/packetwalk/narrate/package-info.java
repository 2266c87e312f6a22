/**
 * What the program says to people: events and decisions become sentences, in the language they read. It decides nothing and recomputes
 * nothing, and what a tool or the kernel prints is not its business.
 *
 * <p>Layer 11: may use layers 0 to 4.
 */
@NullMarked
package org.packetwalk.narrate;

import org.jspecify.annotations.NullMarked;
