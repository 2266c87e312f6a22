/**
 * The values of networking: addresses, prefixes, protocol numbers and byte strings. They know
 * nothing of packets, tables or the kernel.
 *
 * <p>Layer 0: uses no other package of ours.
 */
@NullMarked
package org.packetwalk.net;

import org.jspecify.annotations.NullMarked;
