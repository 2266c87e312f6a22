package org.packetwalk.kernel.route;

import org.packetwalk.net.Ipv4Address;

/**
 * The question for a source address.
 *
 * @param device the interface the packet leaves by
 * @param destination the destination or gateway whose subnet is preferred, 0.0.0.0 if there is none
 * @param scope the narrowest scope an address may have
 * @param routeLocalnet whether the interface has {@code route_localnet}, so that host addresses may leave it
 */
public record SourceAddressQuery(int device, Ipv4Address destination, RouteScope scope, boolean routeLocalnet) {}
