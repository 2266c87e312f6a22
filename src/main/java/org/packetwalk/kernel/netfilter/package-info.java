/**
 * The packet filter: chains of rules, connection tracking and address translation, as tables and decisions. It knows no path of a
 * packet; who asks which chain when is the stack's business. Chains, rules and matches serve IPv4 and IPv6 alike: they see a packet as
 * {@link org.packetwalk.kernel.netfilter.PacketFacts}.
 *
 * <p>Layer 3: may use {@code net}, {@code packet} and {@code kernel}.
 */
@NullMarked
package org.packetwalk.kernel.netfilter;

import org.jspecify.annotations.NullMarked;
