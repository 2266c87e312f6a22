/**
 * What the kernel does with a change of its configuration: links, addresses, routes, rules, neighbours.
 *
 * <p>Layer 6: may use layers 0 to 5.
 */
@NullMarked
package org.packetwalk.netlink;

import org.jspecify.annotations.NullMarked;
