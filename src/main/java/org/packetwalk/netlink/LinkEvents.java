package org.packetwalk.netlink;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.OperState;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.stack.Addrconf;
import org.packetwalk.stack.BorrowedAddresses;
import org.packetwalk.stack.GratuitousArp;
import org.packetwalk.stack.Igmp;
import org.packetwalk.stack.KernelTimers;
import org.packetwalk.stack.LinkWatch;
import org.packetwalk.stack.NeighborAdministration;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Netlink;
import org.packetwalk.stack.VxlanTunnels;
import org.packetwalk.stack.Walk;
import org.packetwalk.trace.KernelFunction;

/** What a device going up or down, its carrier and its end do to the rest of the host ({@code net/core/dev.c}). */
final class LinkEvents {

    /** {@code IPV4_MIN_MTU}: with less an interface has no IPv4. */
    private static final int SMALLEST_MTU = 68;

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
        boolean signal = peer(device).map(NetDevice::up).orElse(false);
        if (device.kind() instanceof DeviceKind.Veth) {
            setCarrier(host, index, signal);
        } else if (device.isLoopback()) {
            put(host, device(host, index).withCarrier(true, OperState.UNKNOWN));
        } else {
            lower(device).ifPresent(lower -> setCarrier(host, index, lower.carrier()));
        }
        if (device.kind() instanceof DeviceKind.Vxlan vxlan) {
            VxlanTunnels.opened(walk, vxlan.state().settings());
        }
        RoutingView routing = new RoutingView(walk, host);
        Netlink.loopbackAddressUp(walk, () -> routing.put(routing.events().loopbackUp(routing.state(), index)));
        GratuitousArp.up(walk, host, index);
        Netlink.linkChanged(
                walk,
                KernelFunction.FIB_NETDEV_EVENT,
                () -> routing.put(routing.events().linkUp(routing.state(), index)));
        Igmp.up(walk, host, index);
        ipv6Up(host, index);
        if (signal && device.kind() instanceof DeviceKind.Veth veth) {
            carrier(veth.peerHost(), veth.peerIndex(), true);
        }
        if (device.bridge().isPresent()) {
            new BridgePorts(walk, host).bridgeUp(index);
        }
        LinkWatch.judge(walk, host, index);
        followed(host, index);
    }

    /** {@code __dev_close_many}, then {@code NETDEV_DOWN}: routes and neighbours of the device go. */
    void down(HostId host, int index) {
        Optional<NetDevice> found = walk.host(host).device(index);
        if (found.isEmpty() || !found.get().up()) {
            return;
        }
        NetDevice device = found.get();
        put(host, device.withUp(false));
        BorrowedAddresses.deviceDown(walk, host, index);
        if (device.isLoopback()) {
            put(host, device(host, index).withCarrier(true, OperState.DOWN));
        } else if (device.kind() instanceof DeviceKind.Veth) {
            setCarrier(host, index, false);
        }
        if (device.kind() instanceof DeviceKind.Vxlan vxlan) {
            VxlanTunnels.closed(walk, vxlan.state().settings());
        }
        if (device.bridge().isPresent()) {
            new BridgePorts(walk, host).bridgeDown(index);
        }
        RoutingView routing = new RoutingView(walk, host);
        routing.put(routing.events().linkDown(routing.state(), index));
        Igmp.down(walk, host, index);
        new Addrconf(walk, host).changed(index);
        Netlink.neighborsDown(walk, () -> neighborsGone(host, index));
        if (device.kind() instanceof DeviceKind.Veth veth) {
            carrier(veth.peerHost(), veth.peerIndex(), false);
        }
        followed(host, index);
    }

    /** {@code arp_ifdown}: all neighbours on a device go, and the addresses it answers for. */
    void neighborsGone(HostId host, int index) {
        forgetNeighbors(host, entry -> entry.key().device() == index);
        new NeighborAdministration(walk, host).forgetProxies(index);
    }

    /** What belongs to a device follows it: the bridge it is a port of, and the devices that stand on it. */
    private void followed(HostId host, int index) {
        if (device(host, index).master() != 0) {
            new BridgePorts(walk, host).checkCarrier(index);
        }
        new StackedDevices(walk).follow(host, device(host, index));
    }

    /** {@code linkwatch_do_dev}: {@code NETDEV_CHANGE}. */
    void carrier(HostId host, int index, boolean signal) {
        Optional<NetDevice> device = walk.host(host).device(index);
        if (device.isEmpty() || device.get().carrier() == signal) {
            return;
        }
        setCarrier(host, index, signal);
        new Addrconf(walk, host).changed(index);
        if (device.get().up()) {
            RoutingView routing = new RoutingView(walk, host);
            routing.put(routing.events().carrierChanged(routing.state(), index));
            if (!signal && walk.host(host).sysctls().both(index, Ipv4Conf.ARP_EVICT_NOCARRIER)) {
                forgetNeighbors(host, entry -> entry.key().device() == index && entry.state() != NudState.PERMANENT);
            }
        }
        LinkWatch.judge(walk, host, index);
        followed(host, index);
    }

    /** {@code NETDEV_CHANGEMTU}. */
    void mtuChanged(HostId host, int index, int mtu) {
        int before = device(host, index).mtu();
        put(host, device(host, index).withMtu(mtu));
        if (before < SMALLEST_MTU && mtu >= SMALLEST_MTU) {
            // IPv4 begins anew, with the defaults (inetdev_init).
            NetNamespace ns = walk.host(host);
            walk.update(ns.withSysctls(ns.sysctls().withDevice(index, false)));
        }
        new Addrconf(walk, host).resizing(index, mtu);
        // addrconf_notify: with an MTU too small for IPv6 a device loses its settings of IPv6, lo keeps them
        if (!device(host, index).isLoopback() || mtu >= Ipv6Header.MINIMUM_MTU) {
            NetNamespace ns = walk.host(host);
            walk.update(ns.withSysctls(ns.sysctls().withDeviceMtu(index, mtu)));
        }
        new Addrconf(walk, host).sized(index);
        RoutingView routing = new RoutingView(walk, host);
        routing.put(routing.events().mtuChanged(routing.state(), index));
        if (device(host, index).master() != 0) {
            new BridgePorts(walk, host).adjustMtu(device(host, index).master());
        }
        new StackedDevices(walk).mtuChanged(device(host, index));
    }

    /** {@code NETDEV_CHANGEADDR}: neighbours are asked anew ({@code neigh_changeaddr}). */
    void addressChanged(HostId host, int index) {
        forgetNeighbors(host, entry -> entry.key().device() == index);
        GratuitousArp.addressChanged(walk, host, index);
    }

    /** {@code NETDEV_CHANGE} of the flag {@code IFF_NOARP} ({@code arp_netdev_event}). */
    void arpChanged(HostId host, int index) {
        if (device(host, index).up()) {
            forgetNeighbors(host, entry -> entry.key().device() == index);
        }
    }

    /** {@code NETDEV_UNREGISTER} of a device that is deleted; it was set down before. */
    void unregister(HostId host, int index) {
        gone(host, index, body -> Netlink.deviceDeleted(walk, body));
    }

    /** {@code NETDEV_UNREGISTER} of a device that goes to another namespace; it was set down before. */
    void leave(HostId host, int index) {
        gone(host, index, body -> Netlink.deviceMoved(walk, body));
    }

    private void gone(HostId host, int index, Consumer<Runnable> cause) {
        RoutingView routing = new RoutingView(walk, host);
        if (routing.namespace().device(index).isEmpty()) {
            return;
        }
        cause.accept(() -> routing.put(routing.deletions().unregistered(routing.state(), index)));
        if (routing.namespace().ipv6().addresses().find(index).isPresent()) {
            new Addrconf(walk, host).unregistered(index);
        }
        forgetNeighbors(host, entry -> entry.key().device() == index);
        NetNamespace ns = walk.host(host);
        walk.update(ns.withDevices(ns.devices().without(index))
                .withSysctls(ns.sysctls().withoutDevice(index)));
    }

    /**
     * A device is noticed to be up. The end of a cable that comes up second is noticed with the next round of
     * {@code linkwatch}, at most one second later, unless both ends have different numbers
     * ({@code linkwatch_urgent_event}).
     */
    private void ipv6Up(HostId host, int index) {
        NetDevice device = device(host, index);
        boolean later = device.carrier() && device.kind() instanceof DeviceKind.Veth veth && veth.peerIndex() == index;
        if (later) {
            KernelTimers.watchLink(walk, host, index);
        } else {
            new Addrconf(walk, host).changed(index);
        }
    }

    private void setCarrier(HostId host, int index, boolean signal) {
        NetDevice device = device(host, index);
        put(host, device.withCarrier(signal, signal ? OperState.UP : OperState.DOWN));
    }

    private void forgetNeighbors(HostId host, Predicate<NeighborEntry> doomed) {
        new NeighborAdministration(walk, host).forget(doomed);
    }

    private Optional<NetDevice> peer(NetDevice device) {
        return device.kind() instanceof DeviceKind.Veth veth
                ? walk.machine().find(veth.peerHost()).flatMap(ns -> ns.device(veth.peerIndex()))
                : Optional.empty();
    }

    private Optional<NetDevice> lower(NetDevice device) {
        return device.kind()
                .below()
                .flatMap(lower -> walk.machine().find(lower.host()).flatMap(ns -> ns.device(lower.index())));
    }

    private NetDevice device(HostId host, int index) {
        return walk.host(host).devices().get(index);
    }

    private void put(HostId host, NetDevice device) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withDevices(ns.devices().with(device)));
    }
}
