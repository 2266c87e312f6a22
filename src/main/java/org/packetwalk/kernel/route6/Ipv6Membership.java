package org.packetwalk.kernel.route6;

import org.packetwalk.net.Ipv6Address;

/**
 * A group a device listens to ({@code struct ifmcaddr6}).
 *
 * @param group the group
 * @param users how often it was joined
 */
public record Ipv6Membership(Ipv6Address group, int users) {}
