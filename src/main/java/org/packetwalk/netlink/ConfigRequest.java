package org.packetwalk.netlink;

/** A change of configuration that a tool asks the kernel of a host for. */
public sealed interface ConfigRequest
        permits HostRequest,
                LinkRequest,
                AddressRequest,
                RouteRequest,
                RuleRequest,
                LabelRequest,
                NexthopRequest,
                NeighborRequest,
                FdbRequest,
                SysctlRequest,
                FilterRequest {

    /** Calls the method of the request's family. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Answers each family of requests.
     *
     * @param <R> what it answers
     */
    interface Visitor<R> {

        /** The set of hosts. */
        R host(HostRequest request);

        /** Devices. */
        R link(LinkRequest request);

        /** Addresses. */
        R address(AddressRequest request);

        /** Routes. */
        R route(RouteRequest request);

        /** Rules. */
        R rule(RuleRequest request);

        /** Labels of addresses. */
        R label(LabelRequest request);

        /** Nexthop objects. */
        R nexthop(NexthopRequest request);

        /** Neighbours. */
        R neighbor(NeighborRequest request);

        /** The forwarding database of a bridge. */
        R fdb(FdbRequest request);

        /** The packet filter. */
        R filter(FilterRequest request);

        /** A setting. */
        R sysctl(SysctlRequest request);
    }
}
