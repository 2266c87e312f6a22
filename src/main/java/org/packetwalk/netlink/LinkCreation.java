package org.packetwalk.netlink;

import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.BridgeState;
import org.packetwalk.kernel.device.DeviceFlags;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.DeviceLocation;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.VxlanSettings;
import org.packetwalk.kernel.device.VxlanState;
import org.packetwalk.net.MacAddress;
import org.packetwalk.netlink.LinkRequest.NewLink;
import org.packetwalk.stack.Addrconf;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** Makes bridges, dummies, VLAN and macvlan devices ({@code rtnl_newlink_create} and the {@code newlink} of each kind). */
final class LinkCreation {

    private static final int LAST_VLAN = 4095;

    /** What an outer IPv4 header, UDP, VXLAN and an inner Ethernet header take in bytes ({@code vxlan_headroom}). */
    private static final int VXLAN_HEADROOM = 50;

    private final Walk walk;
    private final LinkChanges links;

    LinkCreation(Walk walk, LinkChanges links) {
        this.walk = walk;
        this.links = links;
    }

    /** {@code dev_valid_name}. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c == '/' || c == ':' || Character.isWhitespace(c));
    }

    ResultOrErrno<Errno> add(HostId host, LinkRequest.AddLink add) {
        NewLink link = add.link();
        if (walk.machine().find(link.host()).isEmpty()) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        String name = link.name().isEmpty() ? links.freeName(link.host(), word(add.kind())) : link.name();
        if (!isName(name)) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        if (links.nameTaken(link.host(), name)) {
            return ResultOrErrno.refused(Errno.EEXIST);
        }
        if (link.address().isMulticast()) {
            return ResultOrErrno.refused(Errno.EADDRNOTAVAIL);
        }
        if (add.kind() instanceof NewKind.Bridge bridge) {
            return addBridge(link, name, bridge, add);
        }
        if (add.kind() instanceof NewKind.Dummy) {
            NetDevice device = NetDevice.carrying(
                            links.takeIndex(link.host()), name, new DeviceKind.Dummy(), MacAddress.ZERO)
                    .withFlags(new DeviceFlags(false, false, false, false));
            return register(link, device, add);
        }
        if (add.kind() instanceof NewKind.Vxlan vxlan) {
            return addVxlan(link, name, vxlan.settings(), add);
        }
        return addStacked(host, link, name, add);
    }

    /** {@code vxlan_newlink}: one device for each number and port. */
    private ResultOrErrno<Errno> addVxlan(NewLink link, String name, VxlanSettings settings, LinkRequest.AddLink add) {
        boolean there = walk.machine().hosts().values().stream()
                .flatMap(ns -> ns.devices().all().stream())
                .anyMatch(device -> device.kind() instanceof DeviceKind.Vxlan other
                        && other.state().settings().underlay().equals(settings.underlay())
                        && other.state().settings().id() == settings.id()
                        && other.state().settings().port() == settings.port());
        if (there) {
            return ResultOrErrno.refused(Errno.EEXIST, "A VXLAN device with the specified VNI already exists");
        }
        NetDevice device = NetDevice.carrying(
                links.takeIndex(link.host()),
                name,
                new DeviceKind.Vxlan(VxlanState.of(settings, walk.now())),
                MacAddress.ZERO);
        Optional<NetDevice> lower = walk.host(settings.underlay()).device(settings.lower());
        int room = lower.map(below -> below.mtu() - VXLAN_HEADROOM).orElse(device.mtu());
        return register(link, device.withMtu(room), add);
    }

    private static String word(NewKind kind) {
        if (kind instanceof NewKind.Bridge) {
            return "bridge";
        }
        if (kind instanceof NewKind.Dummy) {
            return "dummy";
        }
        if (kind instanceof NewKind.Vxlan) {
            return "vxlan";
        }
        return kind instanceof NewKind.Vlan ? "vlan" : "macvlan";
    }

    /** {@code br_dev_newlink}: an address that was chosen becomes the bridge's identity at once. */
    private ResultOrErrno<Errno> addBridge(NewLink link, String name, NewKind.Bridge bridge, LinkRequest.AddLink add) {
        int index = links.takeIndex(link.host());
        return register(
                link,
                NetDevice.carrying(index, name, new DeviceKind.Bridge(BridgeState.NEW), MacAddress.ZERO),
                add,
                () -> {
                    BridgePorts ports = new BridgePorts(walk, link.host());
                    if (link.address().isZero()) {
                        ports.addOwnAddress(index);
                    } else {
                        ports.changeIdentity(index, link.address(), true);
                    }
                    return BridgeSetup.apply(walk, link.host(), index, bridge.options());
                });
    }

    /** {@code vlan_newlink}, {@code macvlan_common_newlink}: on a device of the host that is asked. */
    private ResultOrErrno<Errno> addStacked(HostId host, NewLink link, String name, LinkRequest.AddLink add) {
        boolean vlan = add.kind() instanceof NewKind.Vlan;
        int asked = add.kind() instanceof NewKind.Vlan kind ? kind.lower() : ((NewKind.Macvlan) add.kind()).lower();
        Optional<NetDevice> found = walk.host(host).device(asked);
        if (found.isEmpty()) {
            return vlan
                    ? ResultOrErrno.refused(Errno.EINVAL, "8021q: link not specified")
                    : ResultOrErrno.refused(Errno.EINVAL);
        }
        DeviceLocation where = new DeviceLocation(host, asked);
        if (!vlan && found.get().kind() instanceof DeviceKind.Macvlan macvlan) {
            where = macvlan.lower();
        }
        NetDevice lower = walk.host(where.host()).devices().get(where.index());
        ResultOrErrno<Errno> refusal = vlan ? refuseVlan(lower, (NewKind.Vlan) add.kind()) : refuseMacvlan(lower);
        if (refusal instanceof ResultOrErrno.Refused<Errno>) {
            return refusal;
        }
        if (link.mtu() > lower.mtu()) {
            return ResultOrErrno.refused(vlan ? Errno.ERANGE : Errno.EINVAL);
        }
        int index = links.takeIndex(link.host());
        DeviceKind kind = add.kind() instanceof NewKind.Vlan made
                ? new DeviceKind.Vlan(where, made.id())
                : new DeviceKind.Macvlan(where, ((NewKind.Macvlan) add.kind()).mode());
        NetDevice device = NetDevice.carrying(index, name, kind, vlan ? lower.address() : MacAddress.ZERO)
                .withMtu(lower.mtu());
        DeviceLocation below = where;
        return register(link, device, add, () -> {
            new StackedDevices(walk).add(below, new DeviceLocation(link.host(), index));
            PeerNumbers.told(walk, link.host(), index);
            new LinkEvents(walk).carrier(link.host(), index, lower.carrier());
            return Configurator.DONE;
        });
    }

    /** {@code vlan_check_real_dev}. */
    private ResultOrErrno<Errno> refuseVlan(NetDevice lower, NewKind.Vlan vlan) {
        if (vlan.id() >= LAST_VLAN + 1) {
            return ResultOrErrno.refused(Errno.ERANGE, "8021q: Invalid VLAN id");
        }
        if (lower.isLoopback()) {
            return ResultOrErrno.refused(Errno.EOPNOTSUPP, "8021q: VLANs not supported on device");
        }
        boolean there = lower.uppers().stream()
                .anyMatch(upper -> walk.machine()
                        .find(upper.host())
                        .flatMap(ns -> ns.device(upper.index()))
                        .filter(above -> above.kind() instanceof DeviceKind.Vlan other && other.id() == vlan.id())
                        .isPresent());
        return there ? ResultOrErrno.refused(Errno.EEXIST, "8021q: VLAN device already exists") : Configurator.DONE;
    }

    /** {@code macvlan_port_create}. */
    private static ResultOrErrno<Errno> refuseMacvlan(NetDevice lower) {
        if (lower.isLoopback()) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        return lower.master() != 0 ? ResultOrErrno.refused(Errno.EBUSY) : Configurator.DONE;
    }

    private ResultOrErrno<Errno> register(NewLink link, NetDevice device, LinkRequest.AddLink add) {
        return register(link, device, add, () -> Configurator.DONE);
    }

    /** {@code register_netdevice}, then what the kind does, then what was asked of the new device. */
    private ResultOrErrno<Errno> register(
            NewLink link,
            NetDevice made,
            LinkRequest.AddLink add,
            java.util.function.Supplier<ResultOrErrno<Errno>> setUp) {
        NetDevice device = made;
        if (!link.address().isZero()) {
            device = device.withAddress(link.address());
        } else if (device.address().isZero()) {
            device = device.withAddress(LinkChanges.derivedAddress(link.host(), device.index()));
        }
        if (link.mtu() != 0) {
            device = device.withMtu(link.mtu());
        }
        if (link.queueLength() >= 0) {
            device = device.withQueue(link.queueLength(), 0);
        }
        NetNamespace ns = walk.host(link.host());
        walk.update(ns.withDevices(ns.devices().with(device))
                .withSysctls(
                        ns.sysctls().withDevice(device.index(), false).withDeviceMtu(device.index(), device.mtu())));
        new Addrconf(walk, link.host()).sized(device.index());
        ResultOrErrno<Errno> answer = setUp.get();
        if (answer instanceof ResultOrErrno.Refused<Errno>) {
            links.delete(link.host(), device.index());
            return answer;
        }
        return links.change(link.host(), device.index(), add.changes());
    }
}
