package org.packetwalk.kernel.socket;

import org.packetwalk.kernel.HeaderOptions;
import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;

/**
 * What a socket writes into the IP header of what it sends.
 *
 * @param ttl {@code IP_TTL}, 1 to 255, or -1 for the default of the namespace
 * @param tos {@code IP_TOS}, 0 to 255
 * @param pathMtuDiscovery {@code IP_MTU_DISCOVER}
 * @param options {@code IP_OPTIONS}
 */
public record SentHeader(int ttl, int tos, PathMtuDiscovery pathMtuDiscovery, HeaderOptions options) {

    static final SentHeader DEFAULT = new SentHeader(-1, 0, PathMtuDiscovery.WANT, HeaderOptions.NONE);

    SentHeader withTtl(int now) {
        return new SentHeader(now, tos, pathMtuDiscovery, options);
    }

    SentHeader withTos(int now) {
        return new SentHeader(ttl, now, pathMtuDiscovery, options);
    }

    SentHeader with(PathMtuDiscovery now) {
        return new SentHeader(ttl, tos, now, options);
    }

    SentHeader with(HeaderOptions now) {
        return new SentHeader(ttl, tos, pathMtuDiscovery, now);
    }
}
