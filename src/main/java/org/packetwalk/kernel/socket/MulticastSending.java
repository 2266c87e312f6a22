package org.packetwalk.kernel.socket;

/**
 * How a socket sends to groups.
 *
 * @param ttl {@code IP_MULTICAST_TTL}, 0 to 255
 * @param loop {@code IP_MULTICAST_LOOP}
 * @param device {@code IP_MULTICAST_IF} as ifindex, 0 if unset
 */
public record MulticastSending(int ttl, boolean loop, int device) {

    static final MulticastSending DEFAULT = new MulticastSending(1, true, 0);
}
