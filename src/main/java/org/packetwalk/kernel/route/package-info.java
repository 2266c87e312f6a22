/**
 * IPv4 routing: addresses of interfaces, routes, the FIB trie, routing rules, the lookup and what address and link
 * events do to them. It decides where a packet would go and says why; it sends nothing and knows no packet.
 *
 * <p>Layer 3: may use {@code net}, {@code packet} and {@code kernel}.
 */
@NullMarked
package org.packetwalk.kernel.route;

import org.jspecify.annotations.NullMarked;
