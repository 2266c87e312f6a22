package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.Ipv4Address;

/**
 * The virtual services of a director and the connections it has given away ({@code struct netns_ipvs}).
 *
 * @param services in the order in which they were added
 * @param connections the oldest first
 */
public record IpvsTable(List<IpvsService> services, List<IpvsConnection> connections) {

    /** No service. */
    public static final IpvsTable NONE = new IpvsTable(List.of(), List.of());

    /** Copies the lists. */
    public IpvsTable {
        services = List.copyOf(services);
        connections = List.copyOf(connections);
    }

    /** The service of a protocol, address and port. */
    public Optional<IpvsService> find(int protocol, Ipv4Address address, int port) {
        return services.stream()
                .filter(service -> service.is(protocol, address, port))
                .findFirst();
    }

    /** With a service added or changed. */
    public IpvsTable with(IpvsService service) {
        List<IpvsService> now = new ArrayList<>(services);
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).is(service.protocol(), service.address(), service.port())) {
                now.set(i, service);
                return new IpvsTable(now, connections);
            }
        }
        now.add(service);
        return new IpvsTable(now, connections);
    }

    /** Without a service; its connections stay until their time is over. */
    public IpvsTable without(IpvsService service) {
        List<IpvsService> now = new ArrayList<>(services);
        now.remove(service);
        return new IpvsTable(now, connections);
    }

    /** The connection of a client's packet, unless its time is over ({@code ip_vs_conn_in_get}). */
    public Optional<IpvsConnection> find(Tuple client, SimTime now) {
        return connections.stream()
                .filter(one -> one.client().equals(client) && now.isBefore(one.expires()))
                .findFirst();
    }

    /** With a connection added or changed; those whose time is over are gone. */
    public IpvsTable with(IpvsConnection connection, SimTime now) {
        List<IpvsConnection> left = new ArrayList<>();
        boolean there = false;
        for (IpvsConnection one : connections) {
            boolean same = one.client().equals(connection.client());
            if (same) {
                left.add(connection);
            } else if (now.isBefore(one.expires())) {
                left.add(one);
            }
            there |= same;
        }
        if (!there) {
            left.add(connection);
        }
        return new IpvsTable(services, left);
    }

    /** Without a connection ({@code ip_vs_conn_expire_now}). */
    public IpvsTable without(IpvsConnection connection) {
        List<IpvsConnection> left = new ArrayList<>(connections);
        left.remove(connection);
        return new IpvsTable(services, left);
    }

    /** How many connections a real server of a service has, those that are established or the others. */
    public int count(IpvsService service, IpvsDestination server, boolean established, SimTime now) {
        return (int) connections.stream()
                .filter(one -> now.isBefore(one.expires())
                        && one.client().protocol() == service.protocol()
                        && one.client().destination().equals(service.address())
                        && one.client().destinationPort() == service.port()
                        && server.is(one.server(), one.serverPort())
                        && (one.state() == IpvsState.ESTABLISHED) == established)
                .count();
    }
}
