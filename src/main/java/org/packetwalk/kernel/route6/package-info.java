/**
 * How IPv6 packets are routed: addresses and groups of the devices, routes, tables, the lookup and the choice of the
 * source. It sends nothing. Rules and the words for types, protocols and tables are those of {@code kernel.route}, as
 * in Linux.
 *
 * <p>Layer 3: may use {@code net}, {@code packet}, {@code kernel} and {@code kernel.route}.
 */
@NullMarked
package org.packetwalk.kernel.route6;

import org.jspecify.annotations.NullMarked;
