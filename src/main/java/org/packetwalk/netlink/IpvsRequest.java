package org.packetwalk.netlink;

import org.packetwalk.kernel.netfilter.IpvsDestination;
import org.packetwalk.kernel.netfilter.IpvsScheduler;
import org.packetwalk.net.Ipv4Address;

/** A change of the virtual services of a director ({@code IPVS_CMD_*}). */
public sealed interface IpvsRequest extends FilterRequest {

    /** A service by its protocol number, address and port. */
    record Service(int protocol, Ipv4Address address, int port) {}

    /** A new service. */
    record AddService(Service service, IpvsScheduler scheduler) implements IpvsRequest {}

    /** A service chooses in another way. */
    record EditService(Service service, IpvsScheduler scheduler) implements IpvsRequest {}

    /** A service ends. */
    record DeleteService(Service service) implements IpvsRequest {}

    /** A new real server. */
    record AddServer(Service service, IpvsDestination server) implements IpvsRequest {}

    /** A real server gets another weight. */
    record EditServer(Service service, IpvsDestination server) implements IpvsRequest {}

    /** A real server is taken out. */
    record DeleteServer(Service service, Ipv4Address address, int port) implements IpvsRequest {}

    /** All services end. */
    record Clear() implements IpvsRequest {}
}
