package org.packetwalk.netlink;

/** A change of configuration that a tool asks the kernel of a host for. */
public sealed interface ConfigRequest
        permits HostRequest, LinkRequest, AddressRequest, RouteRequest, RuleRequest, NeighborRequest, SysctlRequest {}
