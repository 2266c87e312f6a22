package org.packetwalk.netlink;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.OperState;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.stack.GratuitousArp;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** What a device going up or down, its carrier and its end do to the rest of the host ({@code net/core/dev.c}). */
final class LinkEvents {

    private final Walk walk;

    LinkEvents(Walk walk) {
        this.walk = walk;
    }

    /** {@code __dev_open}, then {@code NETDEV_UP}, then {@code NETDEV_CHANGE} where the carrier came. */
    void up(HostId host, int index) {
        NetDevice device = device(host, index);
        if (device.up()) {
            return;
        }
        put(host, device.withUp(true));
        Optional<NetDevice> peer = peer(device);
        boolean signal = peer.map(NetDevice::up).orElse(device.isLoopback());
        if (!device.isLoopback()) {
            setCarrier(host, index, signal);
        } else {
            put(host, device(host, index).withCarrier(true, OperState.UNKNOWN));
        }
        GratuitousArp.up(walk, host, index);
        RoutingView routing = new RoutingView(walk, host);
        routing.put(routing.events().linkUp(routing.state(), index));
        if (signal && device.kind() instanceof DeviceKind.Veth veth) {
            carrier(veth.peerHost(), veth.peerIndex(), true);
        }
        refreshOperStates(host);
    }

    /** {@code __dev_close_many}, then {@code NETDEV_DOWN}: routes and neighbours of the device go. */
    void down(HostId host, int index) {
        Optional<NetDevice> found = walk.host(host).device(index);
        if (found.isEmpty() || !found.get().up()) {
            return;
        }
        NetDevice device = found.get();
        put(host, device.withUp(false));
        if (device.isLoopback()) {
            put(host, device(host, index).withCarrier(true, OperState.DOWN));
        } else {
            setCarrier(host, index, false);
        }
        RoutingView routing = new RoutingView(walk, host);
        routing.put(routing.events().linkDown(routing.state(), index));
        forgetNeighbors(host, entry -> entry.key().device() == index);
        NetNamespace left = walk.host(host);
        walk.update(left.withNeighbors(left.neighbors().withoutProxies(index)));
        if (device.kind() instanceof DeviceKind.Veth veth) {
            carrier(veth.peerHost(), veth.peerIndex(), false);
        }
        refreshOperStates(host);
    }

    /** {@code linkwatch_do_dev} for the other end of a cable: {@code NETDEV_CHANGE}. */
    private void carrier(HostId host, int index, boolean signal) {
        Optional<NetDevice> device = walk.host(host).device(index);
        if (device.isEmpty() || device.get().carrier() == signal) {
            return;
        }
        setCarrier(host, index, signal);
        if (device.get().up()) {
            RoutingView routing = new RoutingView(walk, host);
            routing.put(routing.events().carrierChanged(routing.state(), index));
            if (!signal && walk.host(host).sysctls().both(index, Ipv4Conf.ARP_EVICT_NOCARRIER)) {
                forgetNeighbors(host, entry -> entry.key().device() == index && entry.state() != NudState.PERMANENT);
            }
        }
        refreshOperStates(host);
    }

    /** {@code NETDEV_CHANGEADDR}: neighbours are asked anew ({@code neigh_changeaddr}). */
    void addressChanged(HostId host, int index) {
        forgetNeighbors(host, entry -> entry.key().device() == index);
        GratuitousArp.addressChanged(walk, host, index);
    }

    /** {@code NETDEV_UNREGISTER}; the device was set down before. */
    void unregister(HostId host, int index) {
        RoutingView routing = new RoutingView(walk, host);
        if (routing.namespace().device(index).isEmpty()) {
            return;
        }
        routing.put(routing.events().unregistered(routing.state(), index));
        forgetNeighbors(host, entry -> entry.key().device() == index);
        NetNamespace ns = walk.host(host);
        walk.update(ns.withDevices(ns.devices().without(index))
                .withSysctls(ns.sysctls().withoutDevice(index)));
    }

    private void setCarrier(HostId host, int index, boolean signal) {
        NetDevice device = device(host, index);
        put(host, device.withCarrier(signal, signal ? OperState.UP : OperState.DOWN));
    }

    /** {@code rfc2863_policy}: without a carrier a device is down, or what is below it is. */
    private void refreshOperStates(HostId host) {
        for (NetDevice device : List.copyOf(walk.host(host).devices().all())) {
            if (device.kind() instanceof DeviceKind.Veth veth && !device.carrier() && device.up()) {
                boolean below = veth.peerIndex() != device.index()
                        && walk.host(host)
                                .device(veth.peerIndex())
                                .filter(other -> !other.carrier())
                                .isPresent();
                put(host, device.withCarrier(false, below ? OperState.LOWERLAYERDOWN : OperState.DOWN));
            }
        }
    }

    private void forgetNeighbors(HostId host, Predicate<NeighborEntry> doomed) {
        NetNamespace ns = walk.host(host);
        for (NeighborEntry entry : List.copyOf(ns.neighbors().all())) {
            if (doomed.test(entry)) {
                ns = ns.withNeighbors(ns.neighbors().without(entry.key()));
            }
        }
        walk.update(ns);
    }

    private Optional<NetDevice> peer(NetDevice device) {
        return device.kind() instanceof DeviceKind.Veth veth
                ? walk.machine().find(veth.peerHost()).flatMap(ns -> ns.device(veth.peerIndex()))
                : Optional.empty();
    }

    private NetDevice device(HostId host, int index) {
        return walk.host(host).devices().get(index);
    }

    private void put(HostId host, NetDevice device) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withDevices(ns.devices().with(device)));
    }
}
