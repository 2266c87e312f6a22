/**
 * What the kernel does with a change of its configuration: hosts, links, addresses, routes, rules, neighbours, settings.
 * A request is answered by the new state or by the kernel's own error; it knows no words and no texts of tools.
 *
 * <p>Layer 6: may use layers 0 to 5.
 */
@NullMarked
package org.packetwalk.netlink;

import org.jspecify.annotations.NullMarked;
