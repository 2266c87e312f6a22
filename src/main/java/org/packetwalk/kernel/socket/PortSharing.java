package org.packetwalk.kernel.socket;

/**
 * With whom a socket shares its address and port.
 *
 * @param reuseAddress {@code SO_REUSEADDR}
 * @param reusePort {@code SO_REUSEPORT}
 * @param ipv6Only {@code IPV6_V6ONLY}: an IPv6 socket that takes no IPv4
 */
public record PortSharing(boolean reuseAddress, boolean reusePort, boolean ipv6Only) {

    static final PortSharing DEFAULT = new PortSharing(false, false, false);
}
