/**
 * What the kernel does: the path of a packet through one machine's namespaces, function by function. It asks the tables of {@code kernel.*} and records what they answered.
 *
 * <p>Layer 5: may use layers 0 to 4.
 */
@NullMarked
package org.packetwalk.stack;

import org.jspecify.annotations.NullMarked;
