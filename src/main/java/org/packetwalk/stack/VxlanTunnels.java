package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.VxlanSettings;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.SocketOwner;
import org.packetwalk.net.Ipv4Address;

/** The UDP sockets of the kernel itself through which VXLAN devices receive ({@code struct vxlan_sock}). */
public final class VxlanTunnels {

    private VxlanTunnels() {}

    /** A VXLAN device and where it is. */
    record Place(HostId host, NetDevice device) {}

    /** Whether another socket has the port of a device: then it cannot be set up. */
    public static boolean portTaken(Machine machine, VxlanSettings settings) {
        NetNamespace ns = machine.host(settings.underlay());
        return ns.sockets().all().stream()
                .anyMatch(socket -> socket instanceof Socket.Udp udp
                        && udp.local().port() == settings.port()
                        && !ns.sockets().owner(udp.id()).equals(SocketOwner.NOBODY));
    }

    /** {@code vxlan_sock_add}: a device was set up; those of one port share a socket. */
    public static void opened(Walk walk, VxlanSettings settings) {
        NetNamespace ns = walk.host(settings.underlay());
        if (socket(ns, settings.port()).isEmpty()) {
            SocketId id = walk.nextSocketId();
            Socket open = Socket.Udp.open(id).withEnds(new Endpoint(Ipv4Address.ANY, settings.port()), Endpoint.ANY);
            walk.update(settings.underlay(), open);
        }
    }

    /** {@code vxlan_sock_release}: a device was set down. */
    public static void closed(Walk walk, VxlanSettings settings) {
        boolean needed = walk.machine().hosts().values().stream()
                .flatMap(host -> host.devices().all().stream())
                .anyMatch(device -> device.up()
                        && device.kind() instanceof DeviceKind.Vxlan other
                        && other.state().settings().underlay().equals(settings.underlay())
                        && other.state().settings().port() == settings.port());
        NetNamespace ns = walk.host(settings.underlay());
        if (!needed) {
            socket(ns, settings.port())
                    .ifPresent(socket -> walk.update(ns.withSockets(ns.sockets().without(socket.id()))));
        }
    }

    private static Optional<Socket> socket(NetNamespace ns, int port) {
        return ns.sockets().all().stream()
                .filter(socket -> isTunnel(ns, socket) && socket.local().port() == port)
                .findFirst();
    }

    /** Whether a tunnel of the host receives at a port. */
    static boolean listens(NetNamespace ns, int port) {
        return socket(ns, port).isPresent();
    }

    /** Whether a socket is the kernel's own. */
    static boolean isTunnel(NetNamespace ns, Socket socket) {
        return socket instanceof Socket.Udp
                && socket.local().address().isAny()
                && ns.sockets().owner(socket.id()).equals(SocketOwner.NOBODY);
    }

    /** {@code vxlan_vs_find_vni}: the device of a network's number whose datagrams arrive at a port of a host. */
    static Optional<Place> find(Machine machine, HostId underlay, int port, int id) {
        for (NetNamespace host : machine.hosts().values()) {
            for (NetDevice device : host.devices().all()) {
                if (device.up()
                        && device.kind() instanceof DeviceKind.Vxlan vxlan
                        && vxlan.state().settings().underlay().equals(underlay)
                        && vxlan.state().settings().port() == port
                        && vxlan.state().settings().id() == id) {
                    return Optional.of(new Place(host.id(), device));
                }
            }
        }
        return Optional.empty();
    }
}
