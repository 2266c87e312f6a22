package org.packetwalk.shell;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.OperState;
import org.packetwalk.kernel.socket.PacketTap;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;

/** What the kernel tells of the devices of a namespace, as {@code ip link} words it ({@code rtnl_fill_ifinfo}). */
final class LinkFacts {

    private final NetNamespace ns;
    private final LinkWords words;

    LinkFacts(Machine machine, HostId host) {
        this.ns = machine.host(host);
        this.words = new LinkWords(machine, ns);
    }

    NetNamespace namespace() {
        return ns;
    }

    LinkWords words() {
        return words;
    }

    /** What there is to tell of its kind. */
    LinkDetails details(NetDevice device) {
        if (device.kind() instanceof DeviceKind.Vxlan vxlan) {
            int lower = vxlan.state().settings().lower();
            return LinkDetails.of(
                    vxlan.state().settings(), lower == 0 ? "" : ns.devices().nameOf(lower));
        }
        return LinkDetails.of(device);
    }

    /** {@code tso_max_size}: a tunnel over any device promises no more than the default. */
    static int tsoMaxSize(NetDevice device) {
        boolean free = device.kind() instanceof DeviceKind.Vxlan vxlan
                && vxlan.state().settings().lower() == 0;
        return free ? 65_536 : 524_280;
    }

    Optional<LinkDetails> port(NetDevice device) {
        return ns.device(device.master())
                .flatMap(NetDevice::bridge)
                .flatMap(bridge -> bridge.port(device.index()).map(port -> LinkDetails.of(port, bridge.settings())));
    }

    static int minMtu(NetDevice device) {
        boolean none = device.isLoopback()
                || device.kind() instanceof DeviceKind.Dummy
                || device.kind() instanceof DeviceKind.Vlan;
        return none ? 0 : 68;
    }

    static int maxMtu(NetDevice device) {
        return device.isLoopback() || device.kind() instanceof DeviceKind.Dummy ? 0 : 65535;
    }

    static int queues(NetDevice device) {
        return device.kind() instanceof DeviceKind.Veth ? 2 : 1;
    }

    /** How many want everything: the administrator, a bridge, the addresses of macvlan devices, packet sockets. */
    int promiscuity(NetDevice device) {
        return (device.promiscuous() ? 1 : 0)
                + (device.master() != 0 ? 1 : 0)
                + (words.receivesForOthers(device) ? 1 : 0)
                + (int) ns.sockets().all().stream()
                        .filter(socket ->
                                socket instanceof PacketTap tap && tap.promiscuous() && tap.device() == device.index())
                        .count();
    }

    static int allMulticast(NetDevice device) {
        return (device.allMulticast() ? 1 : 0) + (device.master() != 0 ? 1 : 0);
    }

    static String qdisc(NetDevice device) {
        return device.activated() ? "noqueue" : "noop";
    }

    static String state(NetDevice device) {
        return (device.up() ? device.operState() : OperState.DOWN).name();
    }

    static String group(NetDevice device) {
        return device.group() == 0 ? "default" : Integer.toString(device.group());
    }

    static String linkType(NetDevice device) {
        return device.isLoopback() ? "loopback" : "ether";
    }
}
