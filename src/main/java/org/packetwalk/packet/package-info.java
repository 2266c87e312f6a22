/**
 * Packets on the wire: headers as records, the packet as a list of headers and a payload, and the
 * codec that turns them into bytes and back with real lengths and checksums. It refuses to know what
 * a packet is for: no tables, no kernel, no decisions.
 *
 * <p>Layer 1: uses {@code net}.
 */
@NullMarked
package org.packetwalk.packet;

import org.jspecify.annotations.NullMarked;
