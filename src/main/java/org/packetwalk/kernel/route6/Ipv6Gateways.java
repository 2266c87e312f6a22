package org.packetwalk.kernel.route6;

/** What a lookup must know beyond the routes: whether routers answer, and which devices ignore routes without a carrier. */
public interface Ipv6Gateways {

    /** Whether a router did not answer ({@code rt6_check_neigh}). */
    boolean failed(Ipv6NextHop way);

    /** Whether routes without a carrier are ignored on a device ({@code ignore_routes_with_linkdown}). */
    boolean ignoresLinkdown(int device);
}
