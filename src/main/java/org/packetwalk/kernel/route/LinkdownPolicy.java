package org.packetwalk.kernel.route;

/** On which interfaces routes without a carrier do not count ({@code ignore_routes_with_linkdown}, all OR interface). */
@FunctionalInterface
public interface LinkdownPolicy {

    /** The kernel's default: a missing carrier is nothing to a route. */
    LinkdownPolicy USE_ALL = device -> false;

    /** Whether nexthops on this interface do not count while it has no carrier. */
    boolean ignoresLinkdown(int device);
}
